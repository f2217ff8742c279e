-- Terms a clinic puts below its quotes, kept under a name so that nobody types them anew. A quote has a copy.
create table quote_terms (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name         text        not null check (length(name) between 1 and 100),
    text         text        not null check (length(text) between 1 and 50000),
    changed_date timestamptz not null,
    primary key (tenant_id, id)
);
create unique index quote_terms_name on quote_terms (tenant_id, lower(name));
alter table quote_terms enable row level security;
alter table quote_terms force row level security;
create policy tenant_isolation on quote_terms
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on quote_terms to ${serving_role};

-- How a clinic's quotes begin where nobody says otherwise. A clinic that never said so has no row.
create table quote_default (
    tenant_id     text not null primary key references tenant (id),
    validity_days int  check (validity_days between 1 and 3650),
    terms_id      text,
    foreign key (tenant_id, terms_id) references quote_terms (tenant_id, id) on delete set null (terms_id)
);
create index quote_default_terms on quote_default (tenant_id, terms_id);
alter table quote_default enable row level security;
alter table quote_default force row level security;
create policy tenant_isolation on quote_default
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on quote_default to ${serving_role};
