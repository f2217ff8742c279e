-- A search for one or two letters reads carts and lines through once and puts together what it found. Asked of each cart
-- whether it was among the lines' carts, PostgreSQL looked through all of those again for each one.
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
            where c.tenant_id = $1 and c.archived_date is null and (c.id ilike $2 or c.patient_id ilike $2)
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
