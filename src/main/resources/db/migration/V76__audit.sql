-- Who saw or did what, when. Rows are only ever added: the serving role may read and add, and nothing else.
--
-- A row holds ids and names, never a value. It lies in the partition of its month; what none was made for lies in
-- audit_entry_other. What a row names may be gone, so there are no foreign keys, and a row costs no lock on what it is
-- about.
create table audit_entry (
    tenant_id      text        not null,
    moment         timestamptz not null,
    id             text        not null check (length(id) between 1 and 64),
    caller         text        check (caller in ('KEY', 'OPERATOR', 'PATIENT', 'SERVICE')),
    key_id         text        check (length(key_id) between 1 and 64),
    action         text        not null check (length(action) between 1 and 200),
    outcome        text        not null check (outcome in ('DONE', 'REFUSED')),
    status         smallint    check (status between 400 and 499),
    kinds          text[]      not null,
    object_ids     text[]      not null check (cardinality(object_ids) = cardinality(kinds)),
    fields         text[]      not null,
    times          bigint      not null check (times > 0),
    request_id     text        check (length(request_id) between 1 and 64),
    address_family text        check (address_family in ('IPv4', 'IPv6')),
    primary key (tenant_id, moment, id),
    check ((outcome = 'REFUSED') = (status is not null))
) partition by range (moment);

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant_isolation on audit_entry
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on audit_entry for select to ${owner_role} using (true);
grant select, insert on audit_entry to ${serving_role};

-- Nobody but the owner reaches a partition by its own name; for the owner the same policies hold there.
create table audit_entry_other partition of audit_entry default;
alter table audit_entry_other enable row level security;
alter table audit_entry_other force row level security;
create policy tenant_isolation on audit_entry_other
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on audit_entry_other for select to ${owner_role} using (true);

-- Rows that have no seal yet, each noted with its row: whoever seals finds those that are committed, whatever their order,
-- and waits for nobody.
create table audit_unsealed (
    tenant_id text        not null,
    id        text        not null,
    moment    timestamptz not null,
    primary key (tenant_id, id)
);
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy tenant_isolation on audit_unsealed
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on audit_unsealed to ${serving_role};

-- The seals of a clinic's rows, one each, in the order in which they were put on. A seal is a hash of the one before and of
-- all its row says, so a row that is changed, missing or in another place does not fit. They, too, are only ever added.
create table audit_seal (
    tenant_id   text        not null,
    number      bigint      not null check (number > 0),
    entry_id    text        not null,
    moment      timestamptz not null,
    previous    bytea       not null check (length(previous) = 32),
    hash        bytea       not null check (length(hash) = 32),
    sealed_date timestamptz not null,
    primary key (tenant_id, number),
    unique (tenant_id, entry_id)
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy tenant_isolation on audit_seal
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on audit_seal for select to ${owner_role} using (true);
grant select, insert on audit_seal to ${serving_role};

-- Whether a clinic has rows without a seal. Says whose work this is as every transaction does, and what was said before
-- holds again once it has answered.
create function audit_is_to_seal(tenant text) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from audit_unsealed u where u.tenant_id = tenant limit 1;
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function audit_is_to_seal to ${serving_role};
