-- Carts that are sold in a market, as lists of them look for them: neither archived nor placed, with or without a customer.
-- Others are not in it, and none of its columns changes with a line, so that lines change as cheaply as before.
create index cart_drafts on cart (tenant_id, created_date, id) include (market_id)
    where market_id is not null and archived_date is null and status <> 'CONVERTED';

-- The ids of those that a search means: by a part of their own id, or by whose they are as patient_search finds them. Runs
-- as the owner as that does, compares the tenant itself, and is planned anew each time for the same reasons.
create function draft_cart_search(term text) returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $body$
declare
    tenant  text := current_setting('cartwright.tenant', true);
    pattern text := '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    return query
    select c.id from cart c
     where c.tenant_id = tenant and c.market_id is not null and c.archived_date is null and c.status <> 'CONVERTED'
       and c.id ilike pattern
    union
    select c.id from patient_search(term) as meant join cart c on c.tenant_id = tenant and c.patient_id = meant
     where c.market_id is not null and c.archived_date is null and c.status <> 'CONVERTED';
end
$body$;
revoke execute on function draft_cart_search from public;
grant execute on function draft_cart_search to ${serving_role};
