drop function ensure_month(regclass, timestamptz);

create function ensure_month(parent regclass, month timestamptz) returns boolean language plpgsql as $$
declare
    first timestamptz := date_trunc('month', month, 'UTC');
    after timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
    part  text := format('%s_%s', parent, to_char(first at time zone 'UTC', 'YYYYMM'));
begin
    -- Two that make the same month take turns.
    perform pg_advisory_xact_lock(hashtext(part));
    if to_regclass(part) is not null then
        return false;
    end if;
    execute format('create table %I partition of %s for values from (%L) to (%L)', part, parent, first, after);
    return true;
exception when check_violation then
    return false;
end
$$;
