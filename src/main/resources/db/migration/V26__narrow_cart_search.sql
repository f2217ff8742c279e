-- A search leads to ids and the moments that lists are sorted by without being asked; whoever wants more of the carts it
-- finds joins them. So those of a patient or of a creator are found in an index alone.
drop function cart_search;
create function cart_search(term text) returns table (id text, created_date timestamptz)
    language plpgsql stable security definer set search_path = public, pg_temp
as $body$
declare
    tenant  text := current_setting('cartwright.tenant', true);
    pattern text := '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    if length(term) < 3 then
        return query execute $query$
            select c.id, c.created_date
            from cart c
            where c.tenant_id = $1 and c.archived_date is null
              and (c.id ilike $2
                   or c.patient_id ilike $2
                   or c.patient_id in (select found from patient_search($3) as found)
                   or c.creator_id in (select found from provider_search($3) as found)
                   or c.id in (select l.cart_id from cart_line l where l.tenant_id = $1 and l.name ilike $2))
        $query$ using tenant, pattern, term;
    else
        return query execute $query$
            select c.id, c.created_date from cart c
            where c.tenant_id = $1 and c.archived_date is null and c.id ilike $2
            union
            select c.id, c.created_date from cart c
            where c.tenant_id = $1 and c.archived_date is null and c.patient_id ilike $2
            union
            select c.id, c.created_date
            from (select distinct l.cart_id from cart_line l where l.tenant_id = $1 and l.name ilike $2) named
                join cart c on c.tenant_id = $1 and c.id = named.cart_id
            where c.archived_date is null
            union
            select c.id, c.created_date
            from patient_search($3) as found join cart c on c.tenant_id = $1 and c.patient_id = found
            where c.archived_date is null
            union
            select c.id, c.created_date
            from provider_search($3) as found join cart c on c.tenant_id = $1 and c.creator_id = found
            where c.archived_date is null
        $query$ using tenant, pattern, term;
    end if;
end
$body$;
revoke execute on function cart_search from public;
grant execute on function cart_search to ${serving_role};
