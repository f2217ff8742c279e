-- Fulfilment services: the ways in which a market's orders get to customers.

-- A deleted one keeps its row, since drafts may name it. Its fee is what its item costs in the market; without an item it
-- is free. The outlet is where goods are fetched.
create table fulfilment_service (
    tenant_id          text        not null references tenant (id),
    id                 text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    market_id          text        not null,
    category           text        not null check (category in ('SHIPPING', 'DELIVERY', 'PICKUP')),
    name               text        not null check (length(name) between 1 and 255),
    item_id            text,
    outlet_name        text        check (length(outlet_name) <= 255),
    outlet_line1       text        check (length(outlet_line1) between 1 and 500),
    outlet_line2       text        check (length(outlet_line2) <= 500),
    outlet_city        text        check (length(outlet_city) between 1 and 255),
    outlet_region      text        check (length(outlet_region) <= 255),
    outlet_postal_code text        check (length(outlet_postal_code) <= 64),
    outlet_country     text        check (outlet_country ~ '^[A-Z]{2}$'),
    is_active          boolean     not null,
    created_date       timestamptz not null,
    archived_date      timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, market_id) references market (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    constraint fulfilment_service_has_an_outlet check ((category = 'PICKUP') = (outlet_country is not null)),
    constraint fulfilment_service_outlet_is_whole check (
        num_nonnulls(outlet_line1, outlet_city, outlet_country) in (0, 3)
        and (outlet_country is not null or num_nonnulls(outlet_name, outlet_line2, outlet_region, outlet_postal_code) = 0))
);
create index fulfilment_service_of_market on fulfilment_service (tenant_id, market_id, category, lower(name), id)
    where archived_date is null;
create index fulfilment_service_of_item on fulfilment_service (tenant_id, item_id) where item_id is not null;
alter table fulfilment_service enable row level security;
alter table fulfilment_service force row level security;
create policy tenant_isolation on fulfilment_service
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on fulfilment_service to ${serving_role};
