drop function ensure_month(regclass, timestamptz);

-- Makes the partition of one month where it is missing. False: somebody reads the whole table just now (a backup),
-- try again later. Making a partition locks out readers for an instant and would wait for the end of a backup, and
-- every writer behind it; so it gives up soon, and rows without a partition land in the default one meanwhile. A month
-- whose rows lie there already keeps them there.
create function ensure_month(parent regclass, month timestamptz) returns boolean
language plpgsql set lock_timeout = '200ms' as $$
declare
    first timestamptz := date_trunc('month', month, 'UTC');
    after timestamptz := date_trunc('month', month, 'UTC') + interval '1 month';
    part  text := format('%s_%s', parent, to_char(first at time zone 'UTC', 'YYYYMM'));
begin
    if to_regclass(part) is null then
        execute format('create table %I partition of %s for values from (%L) to (%L)', part, parent, first, after);
    end if;
    return true;
exception
    -- The last: another process made the same one in this instant.
    when check_violation or duplicate_table or unique_violation then
        return true;
    when lock_not_available then
        return false;
end
$$;
