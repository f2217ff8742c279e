-- The ids of the current tenant's orders that a search means: (part of) the number, of the contact's name and e-mail address
-- in any order, of the phone number in any spelling, or of whatever else means their customer.
--
-- Runs as the owner because row-level security and trigram indexes do not go together; compares the tenant itself.
create function order_search(term text) returns setof text
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
revoke execute on function order_search from public;
grant execute on function order_search to ${serving_role};
