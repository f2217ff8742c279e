-- Stock: how much of an item there is, what moved, and what is held for whom.

-- An item whose stock is or was tracked; the id is the item's. What is on hand is told by the latest movement alone, which
-- has to say the same. Whoever moves anything holds the row's lock.
create table stock_level (
    tenant_id    text            not null,
    id           text            not null,
    policy       text            not null check (policy in ('DENY', 'ALLOW', 'UNTRACKED')),
    on_hand      numeric(24, 10) not null,
    movements    integer         not null check (movements >= 0),
    latest       integer         generated always as (nullif(movements, 0)) stored,
    created_date timestamptz     not null,
    updated_date timestamptz     not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, id) references item (tenant_id, id),
    constraint stock_level_begins_with_nothing check (movements > 0 or on_hand = 0)
);
alter table stock_level enable row level security;
alter table stock_level force row level security;
create policy tenant_isolation on stock_level
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on stock_level to ${serving_role};

-- That the stock of something was taken for what has this id, such as an order. Given back, it stays so: neither happens
-- twice.
create table stock_taking (
    tenant_id       text        not null references tenant (id),
    id              text        not null check (length(id) between 1 and 64),
    taken_date      timestamptz not null,
    given_back_date timestamptz,
    primary key (tenant_id, id)
);
alter table stock_taking enable row level security;
alter table stock_taking force row level security;
create policy tenant_isolation on stock_taking
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on stock_taking to ${serving_role};

-- The ledger, which is only added to: the k-th movement of an item says what changed and what is on hand since. It refers
-- to the one before, which must have left what this one began with; so what is on hand is the sum of the changes.
create table stock_movement (
    tenant_id text            not null,
    item_id   text            not null,
    number    integer         not null check (number >= 1),
    kind      text            not null check (kind in ('RECEIVED', 'SOLD', 'RETURNED', 'CORRECTED')),
    change    numeric(24, 10) not null,
    on_hand   numeric(24, 10) not null,
    reason    text            check (length(reason) <= 1000),
    reference text            check (length(reference) between 1 and 64),
    taking_id text,
    key_id    text            check (length(key_id) <= 64),
    moment    timestamptz     not null,
    follows   integer         generated always as (nullif(number - 1, 0)) stored,
    before    numeric(24, 10) generated always as (on_hand - change) stored,
    primary key (tenant_id, item_id, number),
    constraint stock_movement_left unique (tenant_id, item_id, number, on_hand),
    foreign key (tenant_id, item_id) references stock_level (tenant_id, id),
    foreign key (tenant_id, taking_id) references stock_taking (tenant_id, id),
    constraint stock_movement_follows foreign key (tenant_id, item_id, follows, before)
        references stock_movement (tenant_id, item_id, number, on_hand),
    constraint stock_movement_begins_with_nothing check (number > 1 or before = 0),
    constraint stock_movement_does_what_it_says check (case kind
        when 'SOLD' then change < 0
        when 'CORRECTED' then change <> 0
        else change > 0 end)
);
create index stock_movement_of_taking on stock_movement (tenant_id, taking_id) where taking_id is not null;
alter table stock_movement enable row level security;
alter table stock_movement force row level security;
create policy tenant_isolation on stock_movement
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on stock_movement to ${serving_role};

alter table stock_level add constraint stock_level_is_that_of_the_latest_movement
    foreign key (tenant_id, id, latest, on_hand) references stock_movement (tenant_id, item_id, number, on_hand);

-- What is held for something until a moment; from then on it is as if the row were not there.
create table stock_reservation (
    tenant_id  text            not null,
    item_id    text            not null,
    reference  text            not null check (length(reference) between 1 and 64),
    quantity   numeric(24, 10) not null check (quantity > 0),
    until_date timestamptz     not null,
    primary key (tenant_id, item_id, reference),
    foreign key (tenant_id, item_id) references stock_level (tenant_id, id)
);
create index stock_reservation_of_reference on stock_reservation (tenant_id, reference);
create index stock_reservation_until on stock_reservation (tenant_id, until_date);
alter table stock_reservation enable row level security;
alter table stock_reservation force row level security;
create policy tenant_isolation on stock_reservation
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on stock_reservation to ${serving_role};

-- Whether reservations are over; it looks at the clinic's rows with the eyes of whoever asks.
create function stock_is_to_release(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from stock_reservation r
      where r.tenant_id = tenant and r.until_date <= moment order by r.until_date limit 1;
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function stock_is_to_release to ${serving_role};
