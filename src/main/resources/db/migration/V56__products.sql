-- Products: items that are one thing in several sizes, colours and the like.

create table product (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name         text        not null check (length(name) between 1 and 255),
    description  text        check (length(description) <= 10000),
    option_names text[]      not null check (cardinality(option_names) between 1 and 5),
    created_date timestamptz not null,
    updated_date timestamptz,
    primary key (tenant_id, id)
);
create index product_newest on product (tenant_id, created_date, id);
alter table product enable row level security;
alter table product force row level security;
create policy tenant_isolation on product
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on product to ${serving_role};

-- An item as a variant of its product, of which it has one at most. The k-th value is what it is of the product's k-th
-- option; the label is all of them as people say it.
create table product_variant (
    tenant_id     text    not null,
    item_id       text    not null,
    product_id    text    not null,
    position      integer not null check (position between 0 and 199),
    option_values text[]  not null check (cardinality(option_values) between 1 and 5),
    label         text    not null check (length(label) between 1 and 600),
    primary key (tenant_id, item_id),
    unique (tenant_id, product_id, position),
    constraint product_variants_differ unique (tenant_id, product_id, label),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, product_id) references product (tenant_id, id)
);
alter table product_variant enable row level security;
alter table product_variant force row level security;
create policy tenant_isolation on product_variant
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on product_variant to ${serving_role};
