-- The pictures on clinics' printed documents.
create table tenant_logo (
    tenant_id text primary key references tenant (id),
    picture   bytea not null check (length(picture) between 1 and 1048576)
);
alter table tenant_logo enable row level security;
alter table tenant_logo force row level security;
create policy tenant_isolation on tenant_logo
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on tenant_logo to ${serving_role};
