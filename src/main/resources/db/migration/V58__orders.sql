-- Orders: what drafts become when they are placed. What was agreed and what it costs stays as it was then.

-- How many orders a shop has. Taken under its row's lock by the transaction that writes the order, so there are no gaps.
create table order_number (
    tenant_id text   primary key references tenant (id),
    last      bigint not null check (last between 1 and 999999999999)
);
alter table order_number enable row level security;
alter table order_number force row level security;
create policy tenant_isolation on order_number
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on order_number to ${serving_role};

create table placed_order (
    tenant_id                text           not null references tenant (id),
    id                       text           not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    version                  bigint         not null,
    number                   bigint         not null check (number between 1 and 999999999999),
    cart_id                  text           not null,
    quote_id                 text,
    charge_id                text           not null,
    patient_id               text           not null,
    status                   text           not null check (status in ('PENDING', 'APPROVED', 'FULFILLED', 'CANCELLED')),
    currency                 text           not null,
    market_id                text           not null,
    tax_mode                 text           not null check (tax_mode in ('EXCLUSIVE', 'INCLUSIVE')),
    country                  text           check (country ~ '^[A-Z]{2}$'),
    region                   text           check (length(region) <= 255),
    postal_code              text           check (length(postal_code) <= 64),
    tax_exempt               boolean        not null,
    coupon_code              text           check (length(coupon_code) between 1 and 64),
    discount_kind            text           not null check (discount_kind in ('NONE', 'FLAT', 'PERCENT')),
    discount_value           numeric(26, 10) not null,
    subtotal                 bigint         not null check (subtotal >= 0),
    discount_amount          bigint         not null check (discount_amount between 0 and subtotal),
    coupon_amount            bigint         not null check (coupon_amount between 0 and discount_amount),
    fee                      bigint         not null check (fee between 0 and subtotal),
    tax_amount               bigint         not null check (tax_amount >= 0),
    total                    bigint         not null check (total >= 0),
    item_count               integer        not null check (item_count > 0),
    contact_name             text           check (length(contact_name) between 1 and 255),
    contact_phone            text           not null check (length(contact_phone) between 1 and 50),
    contact_email            text           check (length(contact_email) between 1 and 320),
    shipping_name            text           check (length(shipping_name) <= 255),
    shipping_line1           text           check (length(shipping_line1) between 1 and 500),
    shipping_line2           text           check (length(shipping_line2) <= 500),
    shipping_city            text           check (length(shipping_city) between 1 and 255),
    shipping_region          text           check (length(shipping_region) <= 255),
    shipping_postal_code     text           check (length(shipping_postal_code) <= 64),
    shipping_country         text           check (shipping_country ~ '^[A-Z]{2}$'),
    billing_name             text           check (length(billing_name) <= 255),
    billing_line1            text           check (length(billing_line1) between 1 and 500),
    billing_line2            text           check (length(billing_line2) <= 500),
    billing_city             text           check (length(billing_city) between 1 and 255),
    billing_region           text           check (length(billing_region) <= 255),
    billing_postal_code      text           check (length(billing_postal_code) <= 64),
    billing_country          text           check (billing_country ~ '^[A-Z]{2}$'),
    billing_same_as_shipping boolean        not null,
    category                 text           not null check (category in ('SHIPPING', 'DELIVERY', 'PICKUP')),
    service_id               text           not null,
    service_name             text           not null check (length(service_name) between 1 and 255),
    payment_method           text           not null check (
        payment_method in ('CASH_ON_DELIVERY', 'BANK_TRANSFER', 'CARD', 'CASH', 'CHECK', 'OTHER')),
    internal_note            text           check (length(internal_note) <= 10000),
    cancel_reason            text           check (length(cancel_reason) between 1 and 2000),
    created_date             timestamptz    not null,
    updated_date             timestamptz    not null,
    approved_date            timestamptz,
    cancelled_date           timestamptz,
    search_text              text           not null generated always as (
        lower(' #ord-' || lpad(number::text, 12, '0') || ' ' || coalesce(contact_name, '') || ' '
              || coalesce(contact_email, ''))) stored,
    phone_digits             text           not null generated always as (
        regexp_replace(contact_phone, '[^0-9]', '', 'g')) stored,
    primary key (tenant_id, id),
    constraint placed_order_number unique (tenant_id, number),
    constraint placed_order_of_cart unique (tenant_id, cart_id),
    constraint placed_order_of_charge unique (tenant_id, charge_id),
    foreign key (tenant_id, cart_id) references cart (tenant_id, id),
    foreign key (tenant_id, quote_id) references quote (tenant_id, id),
    foreign key (tenant_id, charge_id) references charge (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, market_id, currency) references market (tenant_id, id, currency),
    foreign key (tenant_id, service_id) references fulfilment_service (tenant_id, id),
    constraint placed_order_adds_up check (
        total = subtotal - discount_amount + case when tax_mode = 'INCLUSIVE' and not tax_exempt then 0 else tax_amount end),
    constraint placed_order_is_cancelled_for_a_reason check (
        (status = 'CANCELLED') = (cancelled_date is not null) and (cancelled_date is null) = (cancel_reason is null)),
    constraint placed_order_is_approved_at_a_moment check (
        case status when 'PENDING' then approved_date is null
                    when 'CANCELLED' then true
                    else approved_date is not null end),
    constraint placed_order_shipping_is_whole check (
        num_nonnulls(shipping_line1, shipping_city, shipping_country) in (0, 3)
        and (shipping_country is not null
             or num_nonnulls(shipping_name, shipping_line2, shipping_region, shipping_postal_code) = 0)),
    constraint placed_order_billing_is_whole check (
        num_nonnulls(billing_line1, billing_city, billing_country) in (0, 3)
        and (billing_country is not null
             or num_nonnulls(billing_name, billing_line2, billing_region, billing_postal_code) = 0))
);
create index placed_order_newest on placed_order (tenant_id, created_date, id);
create index placed_order_by_status on placed_order (tenant_id, status, created_date, id);
create index placed_order_of_market on placed_order (tenant_id, market_id, created_date, id);
create index placed_order_of_customer on placed_order (tenant_id, patient_id, created_date, id);
create index placed_order_of_service on placed_order (tenant_id, service_id);
create index placed_order_of_quote on placed_order (tenant_id, quote_id) where quote_id is not null;
create index placed_order_search_text on placed_order using gin (tenant_id, search_text gin_trgm_ops)
    with (fastupdate = off);
create index placed_order_phone_digits on placed_order using gin (tenant_id, phone_digits gin_trgm_ops)
    with (fastupdate = off);
alter table placed_order enable row level security;
alter table placed_order force row level security;
create policy tenant_isolation on placed_order
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on placed_order to ${serving_role};

create table order_line (
    tenant_id       text            not null references tenant (id),
    order_id        text            not null,
    id              text            not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    position        integer         not null check (position between 0 and 499),
    kind            text            not null check (kind in ('GOODS', 'FEE')),
    item_id         text,
    package_id      text,
    name            text            not null,
    quantity        numeric(17, 10) not null check (quantity > 0 and quantity <= 1000000),
    unit_price      bigint          not null check (unit_price between 0 and 10000000000),
    price_source    text            not null check (price_source in ('EXPLICIT', 'CATALOG', 'TIER')),
    tier_from       numeric(17, 10) check (tier_from > 0),
    discount_kind   text            not null check (discount_kind in ('NONE', 'FLAT', 'PERCENT')),
    discount_value  numeric(26, 10) not null,
    gross           bigint          not null check (gross = round(unit_price * quantity)),
    discount_amount bigint          not null check (discount_amount between 0 and gross),
    total_price     bigint          not null check (total_price = gross - discount_amount),
    share           bigint          not null check (share between 0 and total_price),
    coupon_share    bigint          not null check (coupon_share between 0 and total_price - share),
    tax_amount      bigint          not null check (tax_amount >= 0),
    taxes           jsonb           not null,
    notes           text            check (length(notes) <= 10000),
    created_date    timestamptz     not null,
    updated_date    timestamptz     not null,
    primary key (tenant_id, order_id, id),
    foreign key (tenant_id, order_id) references placed_order (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, package_id) references package (tenant_id, id),
    constraint order_line_names_one_product check (num_nonnulls(item_id, package_id) = 1),
    constraint order_line_names_its_tier check ((price_source = 'TIER') = (tier_from is not null)),
    constraint order_line_bears_no_discount check (
        kind = 'GOODS' or (share = 0 and coupon_share = 0 and discount_kind = 'NONE')),
    constraint order_line_has_one_discount check (
        (discount_kind = 'NONE' and discount_value = 0 and discount_amount = 0)
        or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
            and discount_amount = least(discount_value, gross))
        or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100
            and discount_amount = round(gross * discount_value / 100)))
);
create index order_line_of_item on order_line (tenant_id, item_id) where item_id is not null;
create index order_line_of_package on order_line (tenant_id, package_id) where package_id is not null;
alter table order_line enable row level security;
alter table order_line force row level security;
create policy tenant_isolation on order_line
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on order_line to ${serving_role};

-- Where the goods of an approved order are, and what was said of them last.
create table order_fulfilment (
    tenant_id       text        not null references tenant (id),
    order_id        text        not null,
    status          text        not null check (
        status in ('PREPARING', 'SHIPPED', 'READY_FOR_PICKUP', 'DELIVERED', 'FAILED')),
    carrier         text        check (length(carrier) between 1 and 255),
    tracking_number text        check (length(tracking_number) between 1 and 255),
    note            text        check (length(note) between 1 and 2000),
    created_date    timestamptz not null,
    updated_date    timestamptz not null,
    primary key (tenant_id, order_id),
    foreign key (tenant_id, order_id) references placed_order (tenant_id, id)
);
alter table order_fulfilment enable row level security;
alter table order_fulfilment force row level security;
create policy tenant_isolation on order_fulfilment
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on order_fulfilment to ${serving_role};

-- What happened to an order, in the order of the ids. Only ever added to.
create table order_event (
    tenant_id     text        not null references tenant (id),
    id            text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    order_id      text        not null,
    type          text        not null check (
        type in ('PLACED', 'APPROVED', 'SHIPPED', 'READY_FOR_PICKUP', 'DELIVERED', 'FAILED', 'CANCELLED')),
    actor         text        not null check (actor in ('SHOP', 'SERVICE')),
    key_id        text,
    detail        text        check (length(detail) between 1 and 10000),
    happened_date timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, order_id) references placed_order (tenant_id, id)
);
create index order_event_of_order on order_event (tenant_id, order_id, id);
alter table order_event enable row level security;
alter table order_event force row level security;
create policy tenant_isolation on order_event
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on order_event to ${serving_role};
