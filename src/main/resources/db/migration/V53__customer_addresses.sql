-- The addresses that were used for customers, each once per customer. As long as only one draft has used one it names that
-- draft, and goes with it; once it names none it stays. The digest is there because the whole is too long for an index.
create table customer_address (
    tenant_id        text        not null,
    id               text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    patient_id       text        not null,
    cart_id          text,
    used_name        text        check (length(used_name) <= 255),
    used_line1       text        not null check (length(used_line1) between 1 and 500),
    used_line2       text        check (length(used_line2) <= 500),
    used_city        text        not null check (length(used_city) between 1 and 255),
    used_region      text        check (length(used_region) <= 255),
    used_postal_code text        check (length(used_postal_code) <= 64),
    used_country     text        not null check (used_country ~ '^[A-Z]{2}$'),
    used_date        timestamptz not null,
    digest           text        not null generated always as (
        md5(coalesce(used_name, '') || E'\x1f' || used_line1 || E'\x1f' || coalesce(used_line2, '') || E'\x1f'
            || used_city || E'\x1f' || coalesce(used_region, '') || E'\x1f' || coalesce(used_postal_code, '') || E'\x1f'
            || used_country)) stored,
    primary key (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    constraint customer_address_is_there_once unique (tenant_id, patient_id, digest)
);
create index customer_address_latest on customer_address (tenant_id, patient_id, used_date, id);
create index customer_address_of_draft on customer_address (tenant_id, cart_id) where cart_id is not null;
alter table customer_address enable row level security;
alter table customer_address force row level security;
create policy tenant_isolation on customer_address
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on customer_address to ${serving_role};
