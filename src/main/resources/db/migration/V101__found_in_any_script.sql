-- People are found however their names and numbers are written: é as one character or as e with an accent, digits of any
-- script. What a patient, a provider, a draft's or an order's contact is found by is written anew.

do $do$
declare
    -- Letters are small alike whatever the database's locale is: in Turkish I is not the capital of i, and C knows no É.
    folding text := (select format('collate pg_catalog.%I', collname) from pg_collation
                      where collnamespace = 'pg_catalog'::regnamespace and collname in ('pg_c_utf8', 'und-x-icu')
                      order by collname limit 1);
    noughts integer[] := array[
        1632, 1776, 1984, 2406, 2534, 2662, 2790, 2918, 3046, 3174, 3302, 3430, 3558, 3664, 3792, 3872, 4160, 4240,
        6112, 6160, 6470, 6608, 6784, 6800, 6992, 7088, 7232, 7248, 42528, 43216, 43264, 43472, 43504, 43600, 44016,
        65296, 66720, 68912, 68928, 69734, 69872, 69942, 70096, 70384, 70736, 70864, 71248, 71360, 71376, 71386, 71472,
        71904, 72016, 72688, 72784, 73040, 73120, 73552, 90416, 92768, 92864, 93008, 93552, 118000, 120782, 120792,
        120802, 120812, 120822, 123200, 123632, 124144, 124401, 125264, 130032];
    digits  text := (select string_agg(chr(nought + digit), '' order by nought, digit)
                       from unnest(noughts) nought, generate_series(0, 9) digit);
begin
    -- A text as searches compare it.
    execute format(
        'create function searchable(written text) returns text
             language sql immutable parallel safe
             return lower(normalize(written, nfkc) %s)',
        folding);
    -- A text with the digits of every script as 0 to 9; PhoneNumber knows the same ones.
    execute format(
        'create function plain_digits(written text) returns text
             language sql immutable parallel safe
             return case when octet_length(written) = length(written) then written else translate(written, %L, %L) end',
        digits, repeat('0123456789', cardinality(noughts)));
end
$do$;

-- What one dials of a telephone number, as PhoneNumber does.
create function dialled(phone text) returns text
    language sql immutable parallel safe
    return regexp_replace(plain_digits(phone), '[^0-9]', '', 'g');
grant execute on function searchable, plain_digits, dialled to ${serving_role};

-- As before; the words are compared as searchable texts are.
create or replace function search_patterns(term text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg('%' || case when word ~ '^[a-z0-9]{1,2}$' then ' ' else '' end
                                          || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                                      order by length(word) desc, word), '{}')
              from (select distinct word from regexp_split_to_table(searchable(term), '[\s,]+') word) words
             where word <> '');

-- As before, in digits of any script.
create or replace function searched_day(term text) returns date
    language plpgsql immutable parallel safe as $$
declare
    said  text   := plain_digits(term);
    iso   text[] := regexp_match(said, '^\s*([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\s*$');
    us    text[] := regexp_match(said, '^\s*([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})\s*$');
    parts integer[] := coalesce(iso, array[us[3], us[1], us[2]])::integer[];
    day   date;
begin
    if parts[1] >= 1 and parts[2] between 1 and 12 and parts[3] between 1 and 31 then
        day := make_date(parts[1], parts[2], 1) + (parts[3] - 1);
    end if;
    return case when extract(month from day) = parts[2] then day end;
end
$$;

-- As before, in digits of any script, with any hyphen and blank, the marks of writing direction that come with a copied
-- number, and an extension.
create or replace function searched_digits(term text) returns text
    language sql immutable parallel safe
    return (select case when said ~* '^[-+0-9()./\s\u00a0\u2007\u200e\u200f\u2010-\u2015\u202a-\u202f\u2066-\u2069]+((ext|x)\.?\s*[0-9]+\s*)?$'
                             and length(digits) >= 3
                        then right(digits, 10) end
              from (select plain_digits(term), dialled(term)) written (said, digits));

drop function patient_is_meant;
alter table patient
    drop column search_text,
    drop column phone_digits,
    add column search_text text generated always as (
        searchable(' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' '
                   || coalesce(preferred_name, '') || ' ' || coalesce(email, ''))) stored,
    add column phone_digits text generated always as (dialled(phone_number)) stored;
create index patient_search_text on patient using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);
create index patient_phone_digits on patient using gin (tenant_id, phone_digits gin_trgm_ops) with (fastupdate = off);

-- As it was.
create function patient_is_meant(patient patient, term text, patterns text[], digits text, day date) returns boolean
    language sql immutable parallel safe
    return cardinality(patterns) = 0
        or (patient.search_text like patterns[1]
            and patient.search_text like coalesce(patterns[2], '%')
            and patient.search_text like coalesce(patterns[3], '%')
            and patient.search_text like all (patterns[4:]))
        or patient.phone_digits like '%' || digits || '%'
        or patient.date_of_birth = day
        or patient.id = term
        or lower(patient.external_id) = lower(term);

alter table provider
    drop column search_text,
    add column search_text text generated always as (searchable(' ' || first_name || ' ' || last_name)) stored;
create index provider_search_text on provider using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);

alter table draft_order
    drop column contact_text,
    drop column contact_digits,
    add column contact_text text generated always as (
        searchable(' ' || coalesce(contact_name, '') || ' ' || coalesce(contact_email, ''))) stored,
    add column contact_digits text generated always as (dialled(contact_phone)) stored;
create index draft_order_contacts on draft_order
    using gin (tenant_id, contact_text gin_trgm_ops, contact_digits gin_trgm_ops)
    where num_nonnulls(contact_name, contact_phone, contact_email) > 0;

alter table placed_order
    drop column search_text,
    drop column phone_digits,
    add column search_text text not null generated always as (
        searchable(' #ord-' || lpad(number::text, 12, '0') || ' ' || coalesce(contact_name, '') || ' '
                   || coalesce(contact_email, ''))) stored,
    add column phone_digits text not null generated always as (dialled(contact_phone)) stored;
create index placed_order_search_text on placed_order using gin (tenant_id, search_text gin_trgm_ops)
    with (fastupdate = off);
create index placed_order_phone_digits on placed_order using gin (tenant_id, phone_digits gin_trgm_ops)
    with (fastupdate = off);

-- As before; a number is said in digits of any script.
create or replace function order_search(term text) returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
as $body$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    patterns text[] := search_patterns(term);
    digits   text   := searched_digits(term);
    written  text   := lower(plain_digits(term));
    said     bigint := substring(written from '^\s*#?\s*(?:ord-)?([0-9]{1,12})\s*$')::bigint;
begin
    if written ~ '^\s*#?ord-[0-9]{12}\s*$' then
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

analyze patient, provider, draft_order, placed_order;
