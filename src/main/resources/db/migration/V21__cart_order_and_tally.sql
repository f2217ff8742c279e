-- Lists of carts stay as fast as they are however many carts there are, and a changed line touches as little as it can.

-- What lists are sorted by and every change of a line moves, of the carts that are not archived. It stands apart from
-- the carts, so that a cart whose line changes is rewritten in its place and none of its own indexes hears of it. Kept by
-- the triggers below and by nothing else, so it needs no foreign keys.
create table cart_order (
    tenant_id    text        not null,
    id           text        not null,
    creator_id   text,
    status       text        not null,
    updated_date timestamptz not null,
    total        bigint      not null,
    primary key (tenant_id, id)
) with (fillfactor = 70);

-- How many carts a clinic has that are not archived: the sum of these, by creator ('' for none) and stored status.
-- Whoever adds, moves or archives carts adds rows; nobody ever changes one, so nobody waits for anybody.
create table cart_tally (
    tenant_id  text   not null,
    creator_id text   not null,
    status     text   not null,
    id         bigint generated always as identity,
    carts      bigint not null,
    primary key (tenant_id, creator_id, status, id) include (carts)
);

-- The carts that are there. The owner sees no row of any tenant while row-level security is forced upon it.
alter table cart no force row level security;
insert into cart_order (tenant_id, id, creator_id, status, updated_date, total)
select tenant_id, id, creator_id, status, updated_date, total from cart where archived_date is null;
insert into cart_tally (tenant_id, creator_id, status, carts)
select tenant_id, coalesce(creator_id, ''), status, count(*) from cart where archived_date is null
 group by tenant_id, coalesce(creator_id, ''), status;
alter table cart force row level security;

-- A status stands before what is sorted by: a list of several statuses, or of all, merges theirs. So each list walks an
-- index from its beginning, whether its status is a frequent one or a rare one.
create index cart_order_by_updated on cart_order (tenant_id, status, updated_date, id);
create index cart_order_by_total on cart_order (tenant_id, status, total, id);
create index cart_order_by_creator_and_updated on cart_order (tenant_id, creator_id, status, updated_date, id)
    where creator_id is not null;
create index cart_order_by_creator_and_total on cart_order (tenant_id, creator_id, status, total, id)
    where creator_id is not null;

alter table cart_order enable row level security;
alter table cart_order force row level security;
create policy tenant_isolation on cart_order
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on cart_order to ${serving_role};

alter table cart_tally enable row level security;
alter table cart_tally force row level security;
create policy tenant_isolation on cart_tally
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on cart_tally to ${serving_role};

-- Of the carts themselves only what no change of a line moves is indexed.
drop index cart_by_updated, cart_by_total, cart_to_abandon, cart_by_expiry, cart_by_creator;
create index cart_by_expiry on cart (tenant_id, status, expires_date, id) where archived_date is null;
create index cart_by_creator on cart (tenant_id, creator_id, status, created_date, id)
    where archived_date is null and creator_id is not null;
create index cart_by_creator_and_expiry on cart (tenant_id, creator_id, status, expires_date, id)
    where archived_date is null and creator_id is not null;

-- When a cart lapses, of those that still can: so what is known of these dates tells how few are past.
alter table cart
    drop column lapse_date,
    add column lapse_date timestamptz generated always as (
        case when status not in ('DRAFT', 'ABANDONED', 'ACCEPTED') then null
             when quote_id is null then expires_date
             else quote_valid_until end) stored;
create index cart_to_expire on cart (tenant_id, lapse_date) where archived_date is null and lapse_date is not null;

-- Room for the next version of a row beside the last one.
alter table cart set (fillfactor = 85);
alter table cart_line set (fillfactor = 85);

create function cart_order_gains() returns trigger
    language plpgsql
as $body$
begin
    insert into cart_order (tenant_id, id, creator_id, status, updated_date, total)
    select tenant_id, id, creator_id, status, updated_date, total from added where archived_date is null;
    insert into cart_tally (tenant_id, creator_id, status, carts)
    select tenant_id, coalesce(creator_id, ''), status, count(*) from added where archived_date is null
     group by tenant_id, coalesce(creator_id, ''), status;
    return null;
end
$body$;
create trigger cart_order_gains after insert on cart
    referencing new table as added for each statement execute function cart_order_gains();

create function cart_order_follows() returns trigger
    language plpgsql
as $body$
begin
    if old.archived_date is not null then
        insert into cart_order (tenant_id, id, creator_id, status, updated_date, total)
        values (new.tenant_id, new.id, new.creator_id, new.status, new.updated_date, new.total);
    elsif new.archived_date is not null then
        delete from cart_order where tenant_id = new.tenant_id and id = new.id;
    else
        update cart_order
           set creator_id = new.creator_id, status = new.status, updated_date = new.updated_date, total = new.total
         where tenant_id = new.tenant_id and id = new.id;
    end if;
    if not found then
        raise exception 'a cart is missing from the order of carts';
    end if;
    if (new.status, new.creator_id, new.archived_date is null)
        is distinct from (old.status, old.creator_id, old.archived_date is null) then
        insert into cart_tally (tenant_id, creator_id, status, carts)
        select new.tenant_id, coalesce(moved.creator_id, ''), moved.status, moved.carts
          from (values (old.creator_id, old.status, old.archived_date, -1),
                       (new.creator_id, new.status, new.archived_date, 1))
                   as moved (creator_id, status, archived_date, carts)
         where moved.archived_date is null;
    end if;
    return null;
end
$body$;
create trigger cart_order_follows after update on cart
    for each row
    when ((new.archived_date is null or old.archived_date is null)
          and (new.updated_date, new.total, new.status, new.creator_id, new.archived_date is null)
              is distinct from (old.updated_date, old.total, old.status, old.creator_id, old.archived_date is null))
    execute function cart_order_follows();

-- Puts one row in the place of the many that a creator's carts of a status have come to be counted in, once it is worth
-- it; of several who do so at a moment one does. Everybody sees either the many or the one.
create function cart_tally_fold() returns void
    language plpgsql
as $body$
declare
    tenant text := current_setting('cartwright.tenant', true);
begin
    if (select count(*) > 50 + 2 * count(distinct (t.creator_id, t.status)) from cart_tally t where t.tenant_id = tenant)
        and pg_try_advisory_xact_lock(hashtext('cart_tally'), hashtext(tenant)) then
        with folded as (
            delete from cart_tally t where t.tenant_id = tenant returning t.creator_id, t.status, t.carts)
        insert into cart_tally (tenant_id, creator_id, status, carts)
        select tenant, f.creator_id, f.status, sum(f.carts) from folded f
         group by f.creator_id, f.status having sum(f.carts) <> 0;
    end if;
end
$body$;
grant execute on function cart_tally_fold to ${serving_role};

analyze cart, cart_order, cart_tally;
