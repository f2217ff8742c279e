-- A cart that is sold in a market may have no customer yet. Until it has one it stands in no list of carts, is found by no
-- search for them and is counted nowhere among them.
alter table cart
    alter column patient_id drop not null,
    add constraint cart_has_a_customer_or_market check (patient_id is not null or market_id is not null),
    add foreign key (tenant_id, market_id, currency) references market (tenant_id, id, currency);

-- The indexes that lists of carts walk have those that stand in a list, and no others.
drop index cart_by_created, cart_by_expiry, cart_by_status, cart_by_creator, cart_by_creator_and_expiry;
create index cart_by_created on cart (tenant_id, created_date, id)
    where archived_date is null and patient_id is not null;
create index cart_by_expiry on cart (tenant_id, status, expires_date, id)
    where archived_date is null and patient_id is not null;
create index cart_by_status on cart (tenant_id, status, created_date, id)
    where archived_date is null and patient_id is not null;
create index cart_by_creator on cart (tenant_id, creator_id, status, created_date, id)
    where archived_date is null and patient_id is not null and creator_id is not null;
create index cart_by_creator_and_expiry on cart (tenant_id, creator_id, status, expires_date, id)
    where archived_date is null and patient_id is not null and creator_id is not null;

create or replace function cart_order_gains() returns trigger
    language plpgsql
as $body$
begin
    insert into cart_order (tenant_id, id, creator_id, status, updated_date, total)
    select tenant_id, id, creator_id, status, updated_date, total from added
     where archived_date is null and patient_id is not null;
    insert into cart_tally (tenant_id, creator_id, status, carts)
    select tenant_id, coalesce(creator_id, ''), status, count(*) from added
     where archived_date is null and patient_id is not null
     group by tenant_id, coalesce(creator_id, ''), status;
    return null;
end
$body$;

create or replace function cart_order_follows() returns trigger
    language plpgsql
as $body$
declare
    stood  boolean := old.archived_date is null and old.patient_id is not null;
    stands boolean := new.archived_date is null and new.patient_id is not null;
begin
    if not stood then
        insert into cart_order (tenant_id, id, creator_id, status, updated_date, total)
        values (new.tenant_id, new.id, new.creator_id, new.status, new.updated_date, new.total);
    elsif not stands then
        delete from cart_order where tenant_id = new.tenant_id and id = new.id;
    else
        update cart_order
           set creator_id = new.creator_id, status = new.status, updated_date = new.updated_date, total = new.total
         where tenant_id = new.tenant_id and id = new.id;
    end if;
    if not found then
        raise exception 'a cart is missing from the order of carts';
    end if;
    if (new.status, new.creator_id, stands) is distinct from (old.status, old.creator_id, stood) then
        insert into cart_tally (tenant_id, creator_id, status, carts)
        select new.tenant_id, coalesce(moved.creator_id, ''), moved.status, moved.carts
          from (values (old.creator_id, old.status, stood, -1), (new.creator_id, new.status, stands, 1))
                   as moved (creator_id, status, counts, carts)
         where moved.counts;
    end if;
    return null;
end
$body$;
drop trigger cart_order_follows on cart;
create trigger cart_order_follows after update on cart
    for each row
    when (((new.archived_date is null and new.patient_id is not null)
           or (old.archived_date is null and old.patient_id is not null))
          and (new.updated_date, new.total, new.status, new.creator_id,
               new.archived_date is null and new.patient_id is not null)
              is distinct from (old.updated_date, old.total, old.status, old.creator_id,
                                old.archived_date is null and old.patient_id is not null))
    execute function cart_order_follows();

-- A draft order that is deleted leaves the database.
create function cart_order_loses() returns trigger
    language plpgsql
as $body$
begin
    delete from cart_order where tenant_id = old.tenant_id and id = old.id;
    insert into cart_tally (tenant_id, creator_id, status, carts)
    values (old.tenant_id, coalesce(old.creator_id, ''), old.status, -1);
    return null;
end
$body$;
create trigger cart_order_loses after delete on cart
    for each row when (old.archived_date is null and old.patient_id is not null)
    execute function cart_order_loses();
grant delete on cart to ${serving_role};

create or replace function cart_search(term text) returns table (id text, created_date timestamptz)
    language plpgsql stable security definer set search_path = public, pg_temp
as $body$
declare
    tenant  text := current_setting('cartwright.tenant', true);
    pattern text := '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    if length(term) < 3 then
        return query execute $query$
            select c.id, c.created_date from cart c
            where c.tenant_id = $1 and c.archived_date is null and c.patient_id is not null
              and (c.id ilike $2 or c.patient_id ilike $2)
            union
            select c.id, c.created_date
            from (select distinct l.cart_id from cart_line l where l.tenant_id = $1 and l.name ilike $2) named
                join cart c on c.tenant_id = $1 and c.id = named.cart_id
            where c.archived_date is null and c.patient_id is not null
            union
            select c.id, c.created_date
            from patient_search($3) as found join cart c on c.tenant_id = $1 and c.patient_id = found
            where c.archived_date is null
            union
            select c.id, c.created_date
            from provider_search($3) as found join cart c on c.tenant_id = $1 and c.creator_id = found
            where c.archived_date is null and c.patient_id is not null
        $query$ using tenant, pattern, term;
    else
        return query execute $query$
            select c.id, c.created_date from cart c
            where c.tenant_id = $1 and c.archived_date is null and c.patient_id is not null and c.id ilike $2
            union
            select c.id, c.created_date from cart c
            where c.tenant_id = $1 and c.archived_date is null and c.patient_id ilike $2
            union
            select c.id, c.created_date
            from (select distinct l.cart_id from cart_line l where l.tenant_id = $1 and l.name ilike $2) named
                join cart c on c.tenant_id = $1 and c.id = named.cart_id
            where c.archived_date is null and c.patient_id is not null
            union
            select c.id, c.created_date
            from patient_search($3) as found join cart c on c.tenant_id = $1 and c.patient_id = found
            where c.archived_date is null
            union
            select c.id, c.created_date
            from provider_search($3) as found join cart c on c.tenant_id = $1 and c.creator_id = found
            where c.archived_date is null and c.patient_id is not null
        $query$ using tenant, pattern, term;
    end if;
end
$body$;

analyze cart;
