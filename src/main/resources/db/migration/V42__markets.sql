-- Where a clinic that is a shop sells on other terms: in which countries and currency, at which prices and taxes.

create table market (
    tenant_id          text        not null references tenant (id),
    id                 text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    code               text        not null check (code ~ '^[A-Za-z0-9._-]{1,32}$'),
    name               text        not null check (length(name) between 1 and 255),
    countries          text[]      not null check (cardinality(countries) between 1 and 300),
    currency           text        not null check (currency ~ '^[A-Z]{3}$'),
    prices_include_tax boolean     not null,
    is_default         boolean     not null,
    -- Something was written down in its currency that does not belong to the catalog.
    is_used            boolean     not null,
    is_archived        boolean     not null,
    created_date       timestamptz not null,
    primary key (tenant_id, id),
    -- What is written down in a market's currency can refer to both.
    unique (tenant_id, id, currency),
    check (not (is_default and is_archived))
);
-- Of an archived market the code is free again.
create unique index market_code on market (tenant_id, code) where not is_archived;
create unique index market_default on market (tenant_id) where is_default;
alter table market enable row level security;
alter table market force row level security;
create policy tenant_isolation on market
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on market to ${serving_role};

-- What one of an item costs in a market, in the smallest unit of its currency. Without a price it is not sold there.
create table item_price (
    tenant_id text   not null,
    item_id   text   not null,
    market_id text   not null,
    price     bigint not null check (price between 0 and 10000000000),
    primary key (tenant_id, item_id, market_id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, market_id) references market (tenant_id, id)
);
alter table item_price enable row level security;
alter table item_price force row level security;
create policy tenant_isolation on item_price
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on item_price to ${serving_role};

-- From how many of an item on one costs less in a market: a price of its own, or percents off that of the market.
create table price_tier (
    tenant_id   text            not null,
    item_id     text            not null,
    market_id   text            not null,
    quantity    numeric(17, 10) not null check (quantity > 1 and quantity <= 1000000),
    unit_price  bigint          check (unit_price between 0 and 10000000000),
    percent_off numeric(13, 10) check (percent_off between 0 and 100),
    primary key (tenant_id, item_id, market_id, quantity),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, market_id) references market (tenant_id, id),
    check (num_nonnulls(unit_price, percent_off) = 1)
);
alter table price_tier enable row level security;
alter table price_tier force row level security;
create policy tenant_isolation on price_tier
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on price_tier to ${serving_role};

-- A tax of a market is levied by addresses there; any other by the locations of patients.
alter table tax
    add column market_id    text,
    add column regions      text[],
    add column postal_codes text[],
    add foreign key (tenant_id, market_id) references market (tenant_id, id),
    add check (case when market_id is null then regions is null and postal_codes is null else location_ids is null end);
