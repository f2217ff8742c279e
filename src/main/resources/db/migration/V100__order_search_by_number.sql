-- As before, and an order is found by its number as it is said, with or without leading noughts: "7", "#7", "ord-7".
-- Words of one or two letters mean the beginning of a word, and a number is written with twelve digits.
create or replace function order_search(term text) returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $body$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    patterns text[] := search_patterns(term);
    digits   text   := searched_digits(term);
    said     bigint := substring(lower(term) from '^\s*#?\s*(?:ord-)?([0-9]{1,12})\s*$')::bigint;
begin
    if term ~* '^\s*#?ord-[0-9]{12}\s*$' then
        return query
        select o.id from placed_order o where o.tenant_id = tenant and o.number = said;
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
    select o.id from placed_order o where o.tenant_id = tenant and o.number = said
    union
    select o.id from patient_search(term) as meant join placed_order o on o.tenant_id = tenant and o.patient_id = meant;
end
$body$;
