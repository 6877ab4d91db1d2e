create table bots (
    id          uuid primary key,
    tenant_id   uuid not null references tenants (id),
    -- Short enough to stand inside every client order id.
    number      bigint generated always as identity,
    name        text not null,
    -- What it was told to do.
    status      text not null default 'Created'
                check (status in ('Created', 'Running', 'Paused', 'Stopping', 'Stopped', 'Retired')),
    settings    jsonb not null,
    created_at  timestamptz not null,
    archived_at timestamptz
) with (fillfactor = 80);

-- An order found at a venue names its bot by number.
create unique index bots_number on bots (number);
-- A client's list, oldest or newest first.
create index bots_tenant on bots (tenant_id, number);
-- A client's list by name.
create index bots_tenant_name on bots (tenant_id, lower(name), number);

-- The hottest table: one row a bot, written at every step. Room on each page lets the new version of a row stay on
-- it (no index is touched), rows of up to 4 KB stay in one piece, and dead versions are swept early.
create table bot_states (
    bot_id     uuid primary key references bots (id),
    tenant_id  uuid not null,
    version    bigint not null check (version >= 1),
    epoch      int not null check (epoch >= 1),
    -- Says which commit wrote this version, so that one whose answer was lost is told from another copy's.
    token      bigint not null,
    payload    bytea not null,
    updated_at timestamptz not null
) with (
    fillfactor = 70, toast_tuple_target = 4080,
    autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0
);
alter table bot_states alter column payload set storage external;

-- Each key below starts with client and bot: it is what makes a repeat harmless and how a bot's page is read.
create table orders (
    tenant_id       uuid not null,
    bot_id          uuid not null,
    order_id        text not null,
    symbol          text not null,
    side            text not null check (side in ('Buy', 'Sell')),
    direction       text not null check (direction in ('Long', 'Short')),
    purpose         text not null check (purpose in ('Entry', 'Exit', 'ProtectiveStop', 'TakeProfit')),
    type            text not null check (type in ('Market', 'Limit', 'Stop')),
    time_in_force   text not null
                    check (time_in_force in ('GoodTilCancelled', 'ImmediateOrCancel', 'FillOrKill', 'PostOnly')),
    quantity        numeric not null check (quantity > 0),
    filled          numeric not null check (filled >= 0),
    limit_price     numeric,
    stop_price      numeric,
    leverage        numeric not null,
    protective_stop numeric,
    target          numeric,
    confidence      double precision not null,
    reason          text not null,
    status          text not null check (status in
                    ('Recorded', 'Unsettled', 'Open', 'PartiallyFilled', 'Filled', 'Cancelled', 'Expired', 'Rejected', 'NotSent')),
    note            text,
    recorded_at     timestamptz not null,
    expires_at      timestamptz not null,
    changed_at      timestamptz not null,
    primary key (tenant_id, bot_id, order_id)
-- An order is written two to four times within a short while.
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);

-- A bot's orders, newest first.
create index orders_recorded on orders (tenant_id, bot_id, recorded_at desc, order_id desc);

create table fills (
    tenant_id uuid not null,
    bot_id    uuid not null,
    order_id  text not null,
    trade_id  text not null,
    symbol    text not null,
    side      text not null check (side in ('Buy', 'Sell')),
    purpose   text not null check (purpose in ('Entry', 'Exit', 'ProtectiveStop', 'TakeProfit')),
    price     numeric not null check (price > 0),
    quantity  numeric not null check (quantity > 0),
    fee       numeric not null,
    fee_asset text not null,
    liquidity text not null check (liquidity in ('Maker', 'Taker')),
    at        timestamptz not null,
    primary key (tenant_id, bot_id, order_id, trade_id)
);

-- A bot's fills, newest first.
create index fills_at on fills (tenant_id, bot_id, at desc, order_id desc, trade_id desc);

-- Round trips.
create table trades (
    tenant_id    uuid not null,
    bot_id       uuid not null,
    number       bigint not null,
    symbol       text not null,
    direction    text not null check (direction in ('Long', 'Short')),
    quantity     numeric not null,
    entry_price  numeric not null,
    exit_price   numeric not null,
    opened_at    timestamptz not null,
    closed_at    timestamptz not null,
    gross_profit numeric not null,
    fees         numeric not null,
    funding      numeric not null,
    margin       numeric not null,
    exit_reason  text not null,
    primary key (tenant_id, bot_id, number)
);

-- Money that moved without a trade.
create table cash_bookings (
    tenant_id uuid not null,
    bot_id    uuid not null,
    number    bigint not null,
    at        timestamptz not null,
    kind      text not null check (kind in ('Transfer', 'Funding')),
    symbol    text,
    amount    numeric not null,
    primary key (tenant_id, bot_id, number)
);

-- The two tables that grow without end are cut by month, so that retention drops whole tables. The time is the bots'
-- own: a replay writes months long gone.
create table equity_snapshots (
    tenant_id  uuid not null,
    bot_id     uuid not null,
    at         timestamptz not null,
    equity     numeric not null,
    cash       numeric not null,
    unrealised numeric not null,
    drawdown   double precision not null,
    primary key (tenant_id, bot_id, at)
) partition by range (at);

create table decisions (
    tenant_id    uuid not null,
    bot_id       uuid not null,
    at           timestamptz not null,
    number       bigint not null,
    symbol       text not null,
    action       text not null check (action in ('Enter', 'Close', 'Reduce')),
    direction    text check (direction in ('Long', 'Short')),
    confidence   double precision,
    price        numeric,
    stop         numeric,
    target       numeric,
    reason       text not null,
    verdict      text not null check (verdict in ('Approved', 'Shrunk', 'Refused', 'Ignored')),
    verdict_code text,
    verdict_text text,
    order_id     text,
    primary key (tenant_id, bot_id, at, number)
) partition by range (at);

-- Rows of a month without a partition land here rather than nowhere.
create table equity_snapshots_default partition of equity_snapshots default;
create table decisions_default partition of decisions default;

-- Makes the partition of one month where it is missing. A month whose rows lie in the default partition already
-- keeps them there.
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

-- Drops whole months that ended before an instant, and says which.
create function drop_months(parent regclass, before timestamptz) returns setof text language plpgsql as $$
declare
    part text;
begin
    for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = parent and c.relname ~ '_\d{6}$'
          and (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') at time zone 'UTC' <= before
        order by c.relname
    loop
        execute format('drop table %I', part);
        return next part;
    end loop;
end
$$;

create table signals (
    id          uuid primary key,
    tenant_id   uuid not null,
    bot_id      uuid not null,
    received_at timestamptz not null,
    content     jsonb not null,
    -- What the bot made of it, and why where it refused.
    outcome     text not null,
    detail      text
);

-- A bot's signals, newest first.
create index signals_received on signals (tenant_id, bot_id, received_at desc, id desc);

create table alerts (
    tenant_id uuid not null,
    bot_id    uuid not null,
    number    bigint not null,
    -- The order in which alerts reached the ledger: the cursor of lists and of the webhook.
    sequence  bigint generated always as identity,
    at        timestamptz not null,
    severity  text not null check (severity in ('Notice', 'Warning', 'Critical')),
    code      text not null,
    text      text not null,
    primary key (tenant_id, bot_id, number)
);

-- A client's alerts, newest first.
create index alerts_tenant on alerts (tenant_id, sequence desc);
-- All clients' alerts for the platform's admin, and what the webhook has not sent yet.
create unique index alerts_sequence on alerts (sequence);

-- A bot's latest figures, kept by the writer so that lists and sums need not read history.
create table bot_figures (
    bot_id     uuid primary key,
    tenant_id  uuid not null,
    at         timestamptz,
    equity     numeric,
    cash       numeric,
    unrealised numeric,
    drawdown   double precision,
    trades     bigint not null default 0,
    wins       bigint not null default 0,
    net_profit numeric not null default 0
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);

-- Sums over a client's bots.
create index bot_figures_tenant on bot_figures (tenant_id);
