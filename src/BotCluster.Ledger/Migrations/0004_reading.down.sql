drop table idempotency_keys;
drop table tenant_equity;
drop index alerts_unacknowledged;
alter table alerts drop column acknowledged_by, drop column acknowledged_at;
