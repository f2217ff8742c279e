-- Whom to reach about a draft, as searches look for them; see patient, whose texts are made in the same way.
alter table draft_order
    add column contact_text   text generated always as (
        ' ' || lower(coalesce(contact_name, '') || ' ' || coalesce(contact_email, ''))) stored,
    add column contact_digits text generated always as (regexp_replace(contact_phone, '[^0-9]', '', 'g')) stored;
create index draft_order_contacts on draft_order
    using gin (tenant_id, contact_text gin_trgm_ops, contact_digits gin_trgm_ops)
    where num_nonnulls(contact_name, contact_phone, contact_email) > 0;

-- The drafts whose contact a search means, as patient_search means patients: by parts of name and e-mail, or of the phone
-- number in any spelling.
create function draft_contact_search(term text) returns setof text
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
       and ((d.contact_text like patterns[1]
             and d.contact_text like coalesce(patterns[2], '%')
             and d.contact_text like coalesce(patterns[3], '%')
             and d.contact_text like all (patterns[4:]))
            or d.contact_digits like '%' || digits || '%');
end
$body$;
revoke execute on function draft_contact_search from public;
grant execute on function draft_contact_search to ${serving_role};
