-- Lists of drafts, and what they come to in each market, stay as fast as they are however many drafts there are: what
-- V21 did for carts.

-- What lists of drafts are sorted, narrowed and summed by, of the carts that cart_drafts has too. It stands apart from the
-- carts, so that none of their own indexes hears of a changed line. Kept by the triggers below and by nothing else, so it
-- needs no foreign keys.
create table draft_cart_order (
    tenant_id    text        not null,
    id           text        not null,
    patient_id   text,
    market_id    text        not null,
    status       text        not null,
    created_date timestamptz not null,
    updated_date timestamptz not null,
    total        bigint      not null,
    primary key (tenant_id, id)
);

-- How many drafts a shop has, and what they come to: the sum of these, by market and stored status. Whoever adds, changes
-- or takes away drafts adds rows; nobody ever changes one, so nobody waits for anybody.
create table draft_cart_tally (
    tenant_id text    not null,
    market_id text    not null,
    status    text    not null,
    id        bigint generated always as identity,
    drafts    bigint  not null,
    total     numeric not null,
    primary key (tenant_id, market_id, status, id) include (drafts, total)
);

-- The drafts that are there. The owner sees no row of any tenant while row-level security is forced upon it.
alter table cart no force row level security;
insert into draft_cart_order (tenant_id, id, patient_id, market_id, status, created_date, updated_date, total)
select tenant_id, id, patient_id, market_id, status, created_date, updated_date, total from cart
 where market_id is not null and archived_date is null and status <> 'CONVERTED';
insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
select tenant_id, market_id, status, count(*), sum(total) from draft_cart_order group by tenant_id, market_id, status;
alter table cart force row level security;

-- By a day or more, summed from the index alone; by what a changed line moves, each status, of all markets or of one.
create index draft_cart_order_by_created on draft_cart_order (tenant_id, created_date, id)
    include (market_id, status, total);
create index draft_cart_order_by_updated on draft_cart_order (tenant_id, status, updated_date, id);
create index draft_cart_order_by_total on draft_cart_order (tenant_id, status, total, id);
create index draft_cart_order_of_market_by_updated on draft_cart_order (tenant_id, market_id, status, updated_date, id);
create index draft_cart_order_of_market_by_total on draft_cart_order (tenant_id, market_id, status, total, id);
-- What no change of a line moves stands with the carts.
create index cart_drafts_by_status on cart (tenant_id, status, created_date, id)
    where market_id is not null and archived_date is null and status <> 'CONVERTED';
create index cart_drafts_of_market on cart (tenant_id, market_id, status, created_date, id)
    where market_id is not null and archived_date is null and status <> 'CONVERTED';
create index cart_drafts_of_nobody on cart (tenant_id, id)
    where market_id is not null and archived_date is null and status <> 'CONVERTED' and patient_id is null;

alter table draft_cart_order enable row level security;
alter table draft_cart_order force row level security;
create policy tenant_isolation on draft_cart_order
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on draft_cart_order to ${serving_role};

alter table draft_cart_tally enable row level security;
alter table draft_cart_tally force row level security;
create policy tenant_isolation on draft_cart_tally
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on draft_cart_tally to ${serving_role};

create function draft_cart_order_gains() returns trigger
    language plpgsql
as $body$
begin
    with gained as (
        insert into draft_cart_order (tenant_id, id, patient_id, market_id, status, created_date, updated_date, total)
        select tenant_id, id, patient_id, market_id, status, created_date, updated_date, total from added
         where market_id is not null and archived_date is null and status <> 'CONVERTED'
        returning tenant_id, market_id, status, total)
    insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
    select tenant_id, market_id, status, count(*), sum(total) from gained group by tenant_id, market_id, status;
    return null;
end
$body$;
create trigger draft_cart_order_gains after insert on cart
    referencing new table as added for each statement execute function draft_cart_order_gains();

create function draft_cart_order_follows() returns trigger
    language plpgsql
as $body$
declare
    stood  boolean := old.market_id is not null and old.archived_date is null and old.status <> 'CONVERTED';
    stands boolean := new.market_id is not null and new.archived_date is null and new.status <> 'CONVERTED';
begin
    if not stood then
        insert into draft_cart_order (tenant_id, id, patient_id, market_id, status, created_date, updated_date, total)
        values (new.tenant_id, new.id, new.patient_id, new.market_id, new.status, new.created_date, new.updated_date,
                new.total);
    elsif not stands then
        delete from draft_cart_order where tenant_id = new.tenant_id and id = new.id;
    else
        update draft_cart_order
           set patient_id = new.patient_id, market_id = new.market_id, status = new.status,
               created_date = new.created_date, updated_date = new.updated_date, total = new.total
         where tenant_id = new.tenant_id and id = new.id;
    end if;
    if not found then
        raise exception 'a cart is missing from the order of drafts';
    end if;
    if stood and stands and (new.market_id, new.status) = (old.market_id, old.status) then
        if new.total <> old.total then
            insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
            values (new.tenant_id, new.market_id, new.status, 0, new.total::numeric - old.total);
        end if;
    else
        insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
        select new.tenant_id, moved.market_id, moved.status, moved.drafts, moved.drafts * moved.total::numeric
          from (values (old.market_id, old.status, old.total, stood, -1), (new.market_id, new.status, new.total, stands, 1))
                   as moved (market_id, status, total, counts, drafts)
         where moved.counts;
    end if;
    return null;
end
$body$;
create trigger draft_cart_order_follows after update on cart
    for each row
    when ((old.market_id is not null and old.archived_date is null and old.status <> 'CONVERTED'
           or new.market_id is not null and new.archived_date is null and new.status <> 'CONVERTED')
          and (new.patient_id, new.market_id, new.status, new.created_date, new.updated_date, new.total,
               new.archived_date is null)
              is distinct from (old.patient_id, old.market_id, old.status, old.created_date, old.updated_date, old.total,
                                old.archived_date is null))
    execute function draft_cart_order_follows();

create function draft_cart_order_loses() returns trigger
    language plpgsql
as $body$
begin
    delete from draft_cart_order where tenant_id = old.tenant_id and id = old.id;
    insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
    values (old.tenant_id, old.market_id, old.status, -1, -old.total::numeric);
    return null;
end
$body$;
create trigger draft_cart_order_loses after delete on cart
    for each row when (old.market_id is not null and old.archived_date is null and old.status <> 'CONVERTED')
    execute function draft_cart_order_loses();

-- Whether the one tally or the other is in so many rows that it is worth putting them into fewer.
create or replace function cart_tally_is_long() returns boolean
    language plpgsql stable
as $body$
declare
    tenant text := current_setting('cartwright.tenant', true);
begin
    perform from cart_tally t where t.tenant_id = tenant order by t.creator_id, t.status, t.id limit 1 offset 50;
    if found and (
        select count(*) > 50 + 2 * count(distinct (t.creator_id, t.status)) from cart_tally t where t.tenant_id = tenant)
    then
        return true;
    end if;
    perform from draft_cart_tally t where t.tenant_id = tenant order by t.market_id, t.status, t.id limit 1 offset 50;
    return found and (
        select count(*) > 50 + 2 * count(distinct (t.market_id, t.status)) from draft_cart_tally t
         where t.tenant_id = tenant);
end
$body$;

-- As before, and the same of drafts.
create or replace function cart_tally_fold() returns void
    language plpgsql
as $body$
declare
    tenant text := current_setting('cartwright.tenant', true);
begin
    if cart_tally_is_long() and pg_try_advisory_xact_lock(hashtext('cart_tally'), hashtext(tenant)) then
        with folded as (
            delete from cart_tally t where t.tenant_id = tenant returning t.creator_id, t.status, t.carts)
        insert into cart_tally (tenant_id, creator_id, status, carts)
        select tenant, f.creator_id, f.status, sum(f.carts) from folded f
         group by f.creator_id, f.status having sum(f.carts) <> 0;
        with folded as (
            delete from draft_cart_tally t where t.tenant_id = tenant returning t.market_id, t.status, t.drafts, t.total)
        insert into draft_cart_tally (tenant_id, market_id, status, drafts, total)
        select tenant, f.market_id, f.status, sum(f.drafts), sum(f.total) from folded f
         group by f.market_id, f.status having sum(f.drafts) <> 0;
    end if;
end
$body$;

-- For draft_contact_search, which runs as the owner and compares the tenant itself: without it the policy is looked at
-- before any text is, and its index is of no use.
create policy owner_reads on draft_order for select to ${owner_role} using (true);

-- As before; texts and phone numbers each by the index, for what is searched for in one "or" is read through.
create or replace function draft_contact_search(term text) returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $body$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    patterns text[] := search_patterns(term);
    digits   text   := searched_digits(term);
begin
    return query
    select d.cart_id from draft_order d
     where d.tenant_id = tenant and num_nonnulls(d.contact_name, d.contact_phone, d.contact_email) > 0
       and d.contact_text like patterns[1]
       and d.contact_text like coalesce(patterns[2], '%')
       and d.contact_text like coalesce(patterns[3], '%')
       and d.contact_text like all (patterns[4:])
    union
    select d.cart_id from draft_order d
     where d.tenant_id = tenant and num_nonnulls(d.contact_name, d.contact_phone, d.contact_email) > 0
       and d.contact_digits like '%' || digits || '%';
end
$body$;

analyze cart, draft_cart_order, draft_cart_tally;
