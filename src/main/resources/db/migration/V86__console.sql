-- How staff come in at the console, and stay. Of every secret only a hash is kept.

-- A link that was sent to somebody; it lets them in once.
create table console_link (
    tenant_id   text        not null,
    token_hash  bytea       not null check (length(token_hash) = 32),
    provider_id text        not null,
    made_date   timestamptz not null,
    ends_date   timestamptz not null,
    used_date   timestamptz,
    primary key (tenant_id, token_hash),
    foreign key (tenant_id, provider_id) references provider (tenant_id, id)
);
create index console_link_by_provider on console_link (tenant_id, provider_id, made_date);
alter table console_link enable row level security;
alter table console_link force row level security;
create policy tenant_isolation on console_link
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on console_link to ${serving_role};

-- Somebody who is in, in one browser. It ends by itself at ends_date, which moves on while they work.
create table console_session (
    tenant_id   text        not null,
    id          text        not null check (id ~ '^csn_[a-z0-9]{1,60}$'),
    token_hash  bytea       not null check (length(token_hash) = 32),
    provider_id text        not null,
    begun_date  timestamptz not null,
    seen_date   timestamptz not null,
    ends_date   timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, provider_id) references provider (tenant_id, id)
);
create index console_session_by_provider on console_session (tenant_id, provider_id);
alter table console_session enable row level security;
alter table console_session force row level security;
create policy tenant_isolation on console_session
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on console_session to ${serving_role};

-- Whether a clinic has links or sessions that are over. Says whose work this is as every transaction does, and what was
-- said before holds again once it has answered.
create function console_is_to_sweep(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    is_due := exists (select from console_session s where s.tenant_id = tenant and s.ends_date <= moment)
           or exists (select from console_link l where l.tenant_id = tenant and l.ends_date <= moment);
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function console_is_to_sweep to ${serving_role};
