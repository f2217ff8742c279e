-- Lists of orders stay as fast as they are however many orders there are.

-- How many orders a shop has: the sum of these, by market and status. Whoever places or moves orders adds rows; nobody
-- ever changes one, so nobody waits for anybody.
create table order_tally (
    tenant_id text   not null,
    market_id text   not null,
    status    text   not null,
    id        bigint generated always as identity,
    orders    bigint not null,
    primary key (tenant_id, market_id, status, id) include (orders)
);

-- The orders that are there. The owner sees no row of any tenant while row-level security is forced upon it.
alter table placed_order no force row level security;
insert into order_tally (tenant_id, market_id, status, orders)
select tenant_id, market_id, status, count(*) from placed_order group by tenant_id, market_id, status;
alter table placed_order force row level security;

alter table order_tally enable row level security;
alter table order_tally force row level security;
create policy tenant_isolation on order_tally
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on order_tally to ${serving_role};

-- A status stands before what is sorted by, as in the indexes of carts. Orders change seldom, so it is all right that each
-- change is told to all of these.
drop index placed_order_of_market;
create index placed_order_of_market on placed_order (tenant_id, market_id, status, created_date, id);
create index placed_order_by_updated on placed_order (tenant_id, status, updated_date, id);
create index placed_order_by_total on placed_order (tenant_id, status, total, id);
create index placed_order_of_market_by_updated on placed_order (tenant_id, market_id, status, updated_date, id);
create index placed_order_of_market_by_total on placed_order (tenant_id, market_id, status, total, id);

-- Every fiftieth order puts one row in the place of the many that a market's orders of a status have come to be counted
-- in; of several who do so at a moment one does. Everybody sees either the many or the one.
create function order_tally_gains() returns trigger
    language plpgsql
as $body$
begin
    insert into order_tally (tenant_id, market_id, status, orders) values (new.tenant_id, new.market_id, new.status, 1);
    if new.number % 50 = 0 and pg_try_advisory_xact_lock(hashtext('order_tally'), hashtext(new.tenant_id)) then
        with folded as (
            delete from order_tally t where t.tenant_id = new.tenant_id returning t.market_id, t.status, t.orders)
        insert into order_tally (tenant_id, market_id, status, orders)
        select new.tenant_id, f.market_id, f.status, sum(f.orders) from folded f
         group by f.market_id, f.status having sum(f.orders) <> 0;
    end if;
    return null;
end
$body$;
create trigger order_tally_gains after insert on placed_order for each row execute function order_tally_gains();

create function order_tally_follows() returns trigger
    language plpgsql
as $body$
begin
    insert into order_tally (tenant_id, market_id, status, orders)
    values (old.tenant_id, old.market_id, old.status, -1), (new.tenant_id, new.market_id, new.status, 1);
    return null;
end
$body$;
create trigger order_tally_follows after update on placed_order
    for each row when ((new.market_id, new.status) is distinct from (old.market_id, old.status))
    execute function order_tally_follows();

-- For order_search, which runs as the owner and compares the tenant itself: without it the policy is looked at before any
-- text is, and its indexes are of no use.
create policy owner_reads on placed_order for select to ${owner_role} using (true);

-- As before, but a whole number means its order and nothing else, so that is not looked for part by part.
create or replace function order_search(term text) returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $body$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    patterns text[] := search_patterns(term);
    digits   text   := searched_digits(term);
begin
    if term ~* '^\s*#?ord-[0-9]{12}\s*$' then
        return query
        select o.id from placed_order o
         where o.tenant_id = tenant and o.number = regexp_replace(term, '[^0-9]', '', 'g')::bigint;
        return;
    end if;
    return query
    select o.id from placed_order o
     where o.tenant_id = tenant
       and o.search_text like patterns[1]
       and o.search_text like coalesce(patterns[2], '%')
       and o.search_text like all (patterns[3:])
    union
    select o.id from placed_order o where o.tenant_id = tenant and o.phone_digits like '%' || digits || '%'
    union
    select o.id from patient_search(term) as meant join placed_order o on o.tenant_id = tenant and o.patient_id = meant;
end
$body$;

analyze placed_order, order_tally;
