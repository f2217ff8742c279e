-- What a clinic sells: items, packages of items, and the taxes on them.

create table tax (
    tenant_id      text          not null references tenant (id),
    id             text          not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name           text          not null check (length(name) between 1 and 255),
    percentage     numeric(7, 4) not null check (percentage between 0 and 100),
    scope          text          not null
        check (scope in ('ALL', 'PRODUCTS_ONLY', 'SERVICES_ONLY', 'MEMBERSHIPS_ONLY', 'SPECIFIC_CATEGORIES')),
    category_names text[],
    location_ids   text[],
    is_archived    boolean       not null,
    created_date   timestamptz   not null,
    primary key (tenant_id, id),
    check (scope <> 'SPECIFIC_CATEGORIES' or coalesce(cardinality(category_names), 0) > 0)
);
alter table tax enable row level security;
alter table tax force row level security;
create policy tenant_isolation on tax
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on tax to ${serving_role};

create table item (
    tenant_id            text        not null references tenant (id),
    id                   text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name                 text        not null check (length(name) between 1 and 255),
    brand_name           text        check (length(brand_name) <= 255),
    description          text        check (length(description) <= 10000),
    price                bigint      not null check (price between 0 and 10000000000),
    category             text        check (length(category) <= 255),
    unit                 text        check (unit in (
        'AMPOULES', 'APPLICATORS', 'BOTTLES', 'BOXES', 'CAPSULES', 'CUPS', 'DOSES', 'G_PER_ML', 'GRAMS', 'IU',
        'IU_PER_ML', 'OUNCES', 'FLUID_OUNCES', 'KG', 'KITS', 'LITERS', 'MCG', 'MG', 'MG_PER_ML', 'ML', 'MMOL',
        'MICROGRAM_PER_ML', 'PACKS', 'PAIRS', 'PATCHES', 'PERCENTAGE', 'PIECES', 'POUCHES', 'ROLLS', 'SACHETS',
        'SHEETS', 'SPRAYS', 'STRIPS', 'SYRINGES', 'TABLETS', 'TABLETS_PER_DAY', 'TESTS', 'TUBES', 'UNITS', 'VIALS',
        'TREATMENTS', 'SESSIONS', 'PULSES', 'JOULES', 'CENTIMETERS', 'THREAD_COUNT', 'INJECTIONS',
        'WRINKLE_UNITS', 'POUNDS', 'FEET', 'INCHES')),
    is_physical          boolean     not null,
    is_archived          boolean     not null,
    internal_notes       text        check (length(internal_notes) <= 10000),
    sort_order           integer,
    allow_custom_pricing boolean     not null,
    type                 text        not null
        check (type in ('ITEM', 'PRODUCT', 'MEDICATION', 'SERVICE', 'PACKAGE', 'MEMBERSHIP')),
    external_id          text        check (length(external_id) between 1 and 255),
    exempted_tax_ids     text[],
    cost                 bigint      check (cost between 0 and 10000000000),
    created_date         timestamptz not null,
    primary key (tenant_id, id)
);
create unique index item_external_id on item (tenant_id, external_id) where external_id is not null;
alter table item enable row level security;
alter table item force row level security;
create policy tenant_isolation on item
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on item to ${serving_role};

create table package (
    tenant_id      text        not null references tenant (id),
    id             text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name           text        not null check (length(name) between 1 and 255),
    description    text        check (length(description) <= 10000),
    is_archived    boolean     not null,
    price          bigint      not null check (price between 0 and 10000000000),
    external_id    text        check (length(external_id) between 1 and 255),
    internal_notes text        check (length(internal_notes) <= 10000),
    category       text        check (length(category) <= 255),
    created_date   timestamptz not null,
    primary key (tenant_id, id)
);
create unique index package_external_id on package (tenant_id, external_id) where external_id is not null;
alter table package enable row level security;
alter table package force row level security;
create policy tenant_isolation on package
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on package to ${serving_role};

-- What is in a package, in its order. The id is the client's to choose and means something within its package only.
create table package_item (
    tenant_id  text    not null,
    package_id text    not null,
    id         text    not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    position   integer not null check (position between 0 and 199),
    item_id    text    not null,
    quantity   integer check (quantity between 1 and 1000000),
    price      bigint  not null check (price between 0 and 10000000000),
    primary key (tenant_id, package_id, id),
    unique (tenant_id, package_id, position),
    foreign key (tenant_id, package_id) references package (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id)
);
create index package_item_item on package_item (tenant_id, item_id);
alter table package_item enable row level security;
alter table package_item force row level security;
create policy tenant_isolation on package_item
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on package_item to ${serving_role};

-- The documents that are served. Nothing else turns a row into one.

create view tax_document with (security_invoker = true) as
select t.tenant_id,
       t.id,
       jsonb_build_object(
           'id', t.id,
           'name', t.name,
           'percentage', trim_scale(t.percentage),
           'locationIds', to_jsonb(t.location_ids),
           'scope', t.scope,
           'categoryNames', to_jsonb(t.category_names)) as document
  from tax t;
grant select on tax_document to ${serving_role};

-- An item inside something else.
create view item_tiny with (security_invoker = true) as
select i.tenant_id,
       i.id,
       jsonb_build_object(
           'id', i.id,
           'name', i.name,
           'brandName', i.brand_name,
           'description', i.description,
           'price', i.price,
           'category', i.category,
           'unit', i.unit,
           'isPhysical', i.is_physical,
           'isArchived', i.is_archived,
           'internalNotes', i.internal_notes,
           'sortOrder', i.sort_order,
           'allowCustomPricing', i.allow_custom_pricing,
           'type', i.type,
           'externalId', i.external_id,
           'exemptedTaxIds', to_jsonb(i.exempted_tax_ids),
           'cost', i.cost) as document
  from item i;
grant select on item_tiny to ${serving_role};

-- An item by itself. Stock and use belong to other products: nothing is known of them here.
create view item_document with (security_invoker = true) as
select t.tenant_id,
       t.id,
       t.document || jsonb_build_object('stocks', null, 'usageCount', null) as document
  from item_tiny t;
grant select on item_document to ${serving_role};

-- A package inside something else.
create view package_tiny with (security_invoker = true) as
select p.tenant_id,
       p.id,
       jsonb_build_object(
           'id', p.id,
           'name', p.name,
           'description', p.description,
           'isArchived', p.is_archived,
           'price', p.price,
           'externalId', p.external_id) as document
  from package p;
grant select on package_tiny to ${serving_role};

-- A package by itself, with what is in it. Which patients are on it belongs to other products: none.
create view package_document with (security_invoker = true) as
select p.tenant_id,
       p.id,
       jsonb_build_object(
           'id', p.id,
           'name', p.name,
           'description', p.description,
           'isArchived', p.is_archived,
           'price', p.price,
           'externalId', p.external_id,
           'internalNotes', p.internal_notes,
           'items', coalesce(
               (select jsonb_agg(
                           jsonb_build_object(
                               'id', c.id,
                               'packageId', c.package_id,
                               'itemId', c.item_id,
                               'quantity', c.quantity,
                               'price', c.price,
                               'item', t.document)
                           order by c.position)
                  from package_item c
                  join item_tiny t on t.tenant_id = c.tenant_id and t.id = c.item_id
                 where c.tenant_id = p.tenant_id and c.package_id = p.id),
               '[]'::jsonb),
           'category', p.category,
           'numberOfActivePatients', 0,
           'numberOfPatients', 0,
           'createdDate', rfc3339(p.created_date)) as document
  from package p;
grant select on package_document to ${serving_role};
