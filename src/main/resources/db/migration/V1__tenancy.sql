-- Tenants, their API keys and the service's own secret.
--
-- Conventions of every migration:
--   * a tenant's table has tenant_id first in its primary key, unique constraints, indexes and foreign keys;
--   * it has row-level security, enabled and forced, with one policy that compares tenant_id with the setting
--     cartwright.tenant, which each transaction sets for itself with its first statement;
--   * the serving role is granted exactly what the code does with the table.

create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- The registry of tenants belongs to the installation, not to a tenant: every instance reads it to go round.
create table tenant (
    id              text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name            text        not null check (length(name) between 1 and 200),
    time_zone       text        not null,
    inactivity_days integer     not null check (inactivity_days between 1 and 3650),
    home_page       text        not null,
    phone_number    text        not null,
    logo_url        text        not null,
    invoice_text    text        not null,
    slogan          text,
    created_date    timestamptz not null
);
grant select, insert on tenant to ${serving_role};

create table api_key (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9]{1,64}$'),
    secret_hash  bytea       not null check (length(secret_hash) = 32),
    created_date timestamptz not null,
    revoked_date timestamptz,
    primary key (tenant_id, id)
);
alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant_isolation on api_key
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on api_key to ${serving_role};

-- One row: the key of keyed hashes, unless one is configured.
create table service_secret (
    only_one boolean primary key check (only_one),
    secret   bytea not null check (length(secret) = 32)
);
grant select, insert on service_secret to ${serving_role};

-- RFC 3339 in UTC, as every document served spells a moment.
create function rfc3339(moment timestamptz) returns text
    language sql stable parallel safe
    return to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
grant execute on function rfc3339 to ${serving_role};
