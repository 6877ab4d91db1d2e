-- Who this installation is. One row: the id goes into every client order id and the epoch rises with each restore,
-- so that no restored bot ever repeats an id that went to a venue after the backup.
create table installation (
    one_row     boolean primary key default true check (one_row),
    id          text not null check (id ~ '^[a-z0-9]{6}$'),
    -- Which engine the bots belong to; another one refuses the database.
    engine      text not null,
    epoch       int not null default 1 check (epoch >= 1),
    kill_switch boolean not null default false,
    made_at     timestamptz not null
);

create table tenants (
    id             uuid primary key,
    name           text not null check (length(name) between 1 and 100),
    kill_switch    boolean not null default false,
    webhook_url    text,
    -- Protected by the application's key ring; never readable from the database alone.
    webhook_secret bytea,
    created_at     timestamptz not null
);

create table users (
    id              uuid primary key,
    email           text not null check (length(email) between 3 and 254),
    display_name    text not null check (length(display_name) between 1 and 100),
    -- Null until the owner of a one-time link sets it: no account has a default password.
    password_hash   text,
    -- Changes with password and rights; a session made under another stamp is over.
    security_stamp  text not null,
    platform_admin  boolean not null default false,
    failed_attempts int not null default 0 check (failed_attempts >= 0),
    locked_until    timestamptz,
    created_at      timestamptz not null
);

-- Sign-in looks up by address in any case, and two accounts must not differ by case alone.
create unique index users_email on users (lower(email));

create table memberships (
    tenant_id  uuid not null references tenants (id) on delete cascade,
    user_id    uuid not null references users (id) on delete cascade,
    role       text not null check (role in ('Admin', 'Trader', 'Viewer')),
    created_at timestamptz not null,
    primary key (tenant_id, user_id)
);

-- Every request asks for the clients of one user.
create index memberships_user on memberships (user_id);

create table one_time_links (
    -- Only the hash: whoever reads the table cannot use the link.
    secret_hash bytea primary key,
    user_id     uuid not null references users (id) on delete cascade,
    purpose     text not null check (purpose in ('SetPassword', 'Invite')),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

-- A new link for a user takes the older ones away.
create index one_time_links_user on one_time_links (user_id);

create table sessions (
    id             uuid primary key,
    -- All sessions that came from one sign-in: one reused refresh token ends them together.
    family         uuid not null,
    user_id        uuid not null references users (id) on delete cascade,
    kind           text not null check (kind in ('Cookie', 'Bearer')),
    refresh_hash   bytea,
    security_stamp text not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    last_seen_at   timestamptz not null,
    replaced_by    uuid,
    revoked_at     timestamptz
) with (fillfactor = 80);

-- A refresh presents only its token.
create unique index sessions_refresh on sessions (refresh_hash) where refresh_hash is not null;
-- Reuse and sign-out end a family.
create index sessions_family on sessions (family);
-- A new password ends all sessions of a user.
create index sessions_user on sessions (user_id);
-- Housekeeping removes what has expired.
create index sessions_expires on sessions (expires_at);

create table data_protection_keys (
    id            bigint generated always as identity primary key,
    friendly_name text not null,
    xml           text not null,
    created_at    timestamptz not null default now()
);

create table audit_log (
    id             bigint generated always as identity primary key,
    at             timestamptz not null,
    -- Null where an act belongs to no client: sign-in, clients made, the installation's kill switch.
    tenant_id      uuid,
    -- Null for the program itself.
    actor_id       uuid,
    actor          text not null,
    action         text not null,
    subject        text not null,
    details        jsonb,
    correlation_id text
);

-- A client's pages, newest first; the id breaks ties and is the cursor.
create index audit_log_tenant on audit_log (tenant_id, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger audit_log_is_append_only before update or delete or truncate on audit_log
    for each statement execute function refuse_change();
