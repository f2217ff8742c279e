-- Coupons: codes that make a draft order cheaper, and each use of one.

-- What a code gives: a percentage, or an amount in each of some currencies; from which goods total on, in each of some
-- currencies. Of the two lists that belong together the k-th entries do. How often it is used counts the uses that were
-- not given back; whoever changes it holds the coupon's lock.
create table coupon (
    tenant_id          text        not null references tenant (id),
    id                 text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    code               text        not null check (code ~ '^[A-Za-z0-9._-]{1,64}$'),
    description        text        check (length(description) <= 10000),
    percentage         numeric(13, 10) check (percentage > 0 and percentage <= 100),
    amount_currencies  text[]      not null,
    amounts            bigint[]    not null,
    minimum_currencies text[]      not null,
    minimums           bigint[]    not null,
    starts_date        timestamptz,
    ends_date          timestamptz,
    item_ids           text[]      not null,
    categories         text[]      not null,
    usage_limit        integer     check (usage_limit between 1 and 1000000000),
    customer_limit     integer     check (customer_limit between 1 and 1000000000),
    used               integer     not null check (used >= 0),
    created_date       timestamptz not null,
    updated_date       timestamptz,
    archived_date      timestamptz,
    primary key (tenant_id, id),
    constraint coupon_gives_one_thing check ((percentage is null) = (cardinality(amounts) > 0)),
    constraint coupon_amounts_have_currencies check (cardinality(amounts) = cardinality(amount_currencies)),
    constraint coupon_minimums_have_currencies check (cardinality(minimums) = cardinality(minimum_currencies)),
    constraint coupon_ends_after_it_starts check (ends_date > starts_date)
);
create unique index coupon_code on coupon (tenant_id, upper(code)) where archived_date is null;
create index coupon_newest on coupon (tenant_id, created_date, id) where archived_date is null;
alter table coupon enable row level security;
alter table coupon force row level security;
create policy tenant_isolation on coupon
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on coupon to ${serving_role};

-- A use, by the id of what the coupon was used for. Given back, it counts no more; the row stays, so that neither happens
-- twice. Who the customer is, is for others to say.
create table coupon_use (
    tenant_id       text        not null,
    id              text        not null check (length(id) between 1 and 64),
    coupon_id       text        not null,
    customer_id     text        not null check (length(customer_id) between 1 and 64),
    taken_date      timestamptz not null,
    given_back_date timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, coupon_id) references coupon (tenant_id, id)
);
create index coupon_use_of_customer on coupon_use (tenant_id, coupon_id, customer_id) where given_back_date is null;
alter table coupon_use enable row level security;
alter table coupon_use force row level security;
create policy tenant_isolation on coupon_use
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on coupon_use to ${serving_role};
