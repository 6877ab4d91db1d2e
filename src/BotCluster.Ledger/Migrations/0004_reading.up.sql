alter table alerts
    add column acknowledged_at timestamptz,
    add column acknowledged_by uuid;

-- A client's alerts that nobody has looked at yet, newest first.
create index alerts_unacknowledged on alerts (tenant_id, sequence desc) where acknowledged_at is null;

-- What all bots of a client were worth together, a row each quarter of an hour of the bots' time: a picture of a
-- year must not read every bot's history.
create table tenant_equity (
    tenant_id uuid not null,
    at        timestamptz not null,
    equity    numeric not null,
    primary key (tenant_id, at)
) with (fillfactor = 80);

-- Creations that carry a key: a repeat gets the first answer again.
create table idempotency_keys (
    user_id      uuid not null references users (id) on delete cascade,
    key          text not null,
    request_hash bytea not null,
    -- Null while the first request is still at work.
    status       int,
    body         bytea,
    created_at   timestamptz not null,
    primary key (user_id, key)
);

-- Housekeeping removes them after a day.
create index idempotency_keys_created on idempotency_keys (created_at);
