-- Draft orders: what is known of a cart that is sold in a market, until it can be placed, beside what decides its price.

create table draft_order (
    tenant_id                text        not null,
    cart_id                  text        not null,
    contact_name             text        check (length(contact_name) between 1 and 255),
    contact_phone            text        check (length(contact_phone) between 1 and 50),
    contact_email            text        check (length(contact_email) between 1 and 320),
    shipping_name            text        check (length(shipping_name) <= 255),
    shipping_line1           text        check (length(shipping_line1) between 1 and 500),
    shipping_line2           text        check (length(shipping_line2) <= 500),
    shipping_city            text        check (length(shipping_city) between 1 and 255),
    shipping_region          text        check (length(shipping_region) <= 255),
    shipping_postal_code     text        check (length(shipping_postal_code) <= 64),
    shipping_country         text        check (shipping_country ~ '^[A-Z]{2}$'),
    billing_name             text        check (length(billing_name) <= 255),
    billing_line1            text        check (length(billing_line1) between 1 and 500),
    billing_line2            text        check (length(billing_line2) <= 500),
    billing_city             text        check (length(billing_city) between 1 and 255),
    billing_region           text        check (length(billing_region) <= 255),
    billing_postal_code      text        check (length(billing_postal_code) <= 64),
    billing_country          text        check (billing_country ~ '^[A-Z]{2}$'),
    billing_same_as_shipping boolean     not null,
    category                 text        check (category in ('SHIPPING', 'DELIVERY', 'PICKUP')),
    service_id               text,
    payment_method           text        check (
        payment_method in ('CASH_ON_DELIVERY', 'BANK_TRANSFER', 'CARD', 'CASH', 'CHECK', 'OTHER')),
    internal_note            text        check (length(internal_note) <= 10000),
    created_date             timestamptz not null,
    primary key (tenant_id, cart_id),
    foreign key (tenant_id, cart_id) references cart (tenant_id, id),
    foreign key (tenant_id, service_id) references fulfilment_service (tenant_id, id),
    constraint draft_order_service_has_a_category check (service_id is null or category is not null),
    constraint draft_order_shipping_is_whole check (
        num_nonnulls(shipping_line1, shipping_city, shipping_country) in (0, 3)
        and (shipping_country is not null
             or num_nonnulls(shipping_name, shipping_line2, shipping_region, shipping_postal_code) = 0)),
    constraint draft_order_billing_is_whole check (
        num_nonnulls(billing_line1, billing_city, billing_country) in (0, 3)
        and (billing_country is not null
             or num_nonnulls(billing_name, billing_line2, billing_region, billing_postal_code) = 0))
);
create index draft_order_of_service on draft_order (tenant_id, service_id) where service_id is not null;
alter table draft_order enable row level security;
alter table draft_order force row level security;
create policy tenant_isolation on draft_order
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on draft_order to ${serving_role};

-- That a draft was deleted, when and with which key. What was in it is gone; its id may be used again.
create table draft_tombstone (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    cart_id      text        not null check (cart_id ~ '^[A-Za-z0-9._-]{1,64}$'),
    deleted_date timestamptz not null,
    key_id       text,
    primary key (tenant_id, id)
);
create index draft_tombstone_of_cart on draft_tombstone (tenant_id, cart_id);
alter table draft_tombstone enable row level security;
alter table draft_tombstone force row level security;
create policy tenant_isolation on draft_tombstone
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on draft_tombstone to ${serving_role};
