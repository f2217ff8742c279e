-- Patients and their tags.

-- The words of a search as patterns for LIKE against a lower-case text that begins with a blank, the longest first.
-- Words are parted by blanks and commas; %, _ and \ are plain characters. One or two letters stand for the beginning of
-- a word, because inside of words they are everywhere, and no trigram index knows them there.
create function search_patterns(term text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg('%' || case when word ~ '^[a-z0-9]{1,2}$' then ' ' else '' end
                                          || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%'
                                      order by length(word) desc, word), '{}')
              from (select distinct word from regexp_split_to_table(lower(term), '[\s,]+') word) words
             where word <> '');
grant execute on function search_patterns to ${serving_role};

create table patient (
    tenant_id               text        not null references tenant (id),
    id                      text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    external_id             text        check (length(external_id) between 1 and 255),
    firebase_uid            text        check (length(firebase_uid) <= 255),
    first_name              text        check (length(first_name) <= 255),
    last_name               text        check (length(last_name) <= 255),
    preferred_name          text        check (length(preferred_name) <= 255),
    date_of_birth           date,
    gender                  text        check (length(gender) <= 255),
    pronouns                text        check (length(pronouns) <= 255),
    email                   text        check (length(email) <= 320),
    phone_number            text        check (length(phone_number) <= 50),
    address                 text        check (length(address) <= 500),
    address_line_two        text        check (length(address_line_two) <= 500),
    city                    text        check (length(city) <= 255),
    state                   text        check (length(state) <= 255),
    zip_code                text        check (length(zip_code) <= 255),
    country                 text        check (length(country) <= 255),
    address_valid           boolean,
    primary_location_id     text        check (length(primary_location_id) <= 255),
    preferred_provider_id   text        check (length(preferred_provider_id) <= 255),
    patient_source          text        check (patient_source in
                                ('SELF_SCHEDULING', 'CALL', 'TEXT', 'MANUALLY_CREATED', 'UPLOADED_FROM_FILE', 'FORM',
                                 'SEED_DATA', 'DEMO', 'EXTERNAL_INTEGRATION', 'OTHER')),
    lead_source             text        check (length(lead_source) <= 255),
    on_scheduling_blacklist boolean,
    surcharge_disabled      boolean,
    allergies               text[],
    family_history          text[],
    medical_history         text[],
    prescriptions           text[],
    goal_weight             numeric(9, 4) check (goal_weight >= 0),
    meta                    jsonb       check (jsonb_typeof(meta) = 'object'),
    is_archived             boolean     not null,
    created_date            timestamptz not null,

    -- What the written values are found and sorted by.
    search_text text generated always as (
        lower(' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' ' || coalesce(preferred_name, '')
                  || ' ' || coalesce(email, ''))) stored,
    phone_digits text generated always as (regexp_replace(phone_number, '[^0-9]', '', 'g')) stored,
    sort_name text collate "C" generated always as (
        lower(coalesce(last_name, '')) || chr(1) || lower(coalesce(first_name, ''))) stored,

    primary key (tenant_id, id)
);
comment on column patient.sort_name is
    'Last name, then first name; chr(1) sorts before every character of a name, so that de comes before de la.';

create unique index patient_external_id on patient (tenant_id, external_id) where external_id is not null;
create index patient_external_id_in_any_case on patient (tenant_id, lower(external_id)) where external_id is not null;
create index patient_newest on patient (tenant_id, created_date, id);
create index patient_sort_name on patient (tenant_id, sort_name, id);
create index patient_date_of_birth on patient (tenant_id, date_of_birth) where date_of_birth is not null;
-- Without a pending list, which every search would have to read through.
create index patient_search_text on patient using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);
create index patient_phone_digits on patient using gin (tenant_id, phone_digits gin_trgm_ops) with (fastupdate = off);

alter table patient enable row level security;
alter table patient force row level security;
create policy tenant_isolation on patient
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
-- For patient_search, which runs as the owner and compares the tenant itself.
create policy owner_reads on patient for select to ${owner_role} using (true);
grant select, insert, update on patient to ${serving_role};

create table patient_tag (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name         text        not null check (length(name) between 1 and 100),
    emoji        text        check (length(emoji) <= 10),
    color        text        check (length(color) <= 7),
    is_active    boolean     not null,
    created_date timestamptz not null,
    updated_date timestamptz,
    primary key (tenant_id, id)
);
create unique index patient_tag_name on patient_tag (tenant_id, lower(name));
alter table patient_tag enable row level security;
alter table patient_tag force row level security;
create policy tenant_isolation on patient_tag
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on patient_tag to ${serving_role};

create table patient_tag_assignment (
    tenant_id  text not null,
    patient_id text not null,
    tag_id     text not null,
    primary key (tenant_id, patient_id, tag_id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, tag_id) references patient_tag (tenant_id, id) on delete cascade
);
create index patient_tag_assignment_tag on patient_tag_assignment (tenant_id, tag_id);
alter table patient_tag_assignment enable row level security;
alter table patient_tag_assignment force row level security;
create policy tenant_isolation on patient_tag_assignment
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on patient_tag_assignment to ${serving_role};

-- Documents: the one place that says how rows become what is served. What belongs to products beside this service is
-- null: not "none", but not known here.

create view patient_tag_document with (security_invoker = true) as
select tenant_id,
       id,
       jsonb_build_object(
           'id', id,
           'name', name,
           'emoji', emoji,
           'color', color,
           'isActive', is_active,
           'createdDate', rfc3339(created_date),
           'updatedDate', rfc3339(updated_date)) as document
  from patient_tag;
grant select on patient_tag_document to ${serving_role};

create view patient_document with (security_invoker = true) as
select tenant_id,
       id,
       jsonb_build_object(
           'id', id,
           'firstName', first_name,
           'lastName', last_name,
           'phoneNumber', phone_number,
           'email', email,
           'type', 'PATIENT',
           'locationId', null,
           'externalId', external_id,
           'address', address,
           'addressLineTwo', address_line_two,
           'city', city,
           'state', state,
           'zipCode', zip_code,
           'country', country,
           'createdDate', rfc3339(created_date),
           'addressValid', address_valid,
           'meta', meta,
           'isArchived', is_archived,
           'primaryLocationId', primary_location_id,
           'gender', gender,
           'pronouns', pronouns,
           'preferredName', preferred_name,
           'dateOfBirth', date_of_birth,
           'patientMedications', null,
           'patientSource', patient_source,
           'leadSource', lead_source,
           'onSchedulingBlacklist', on_scheduling_blacklist,
           'surchargeDisabled', surcharge_disabled,
           'tags', (select coalesce(jsonb_agg(tag.document order by lower(tag.document ->> 'name')), '[]')
                      from patient_tag_assignment assigned
                      join patient_tag_document tag on tag.tenant_id = assigned.tenant_id and tag.id = assigned.tag_id
                     where assigned.tenant_id = patient.tenant_id and assigned.patient_id = patient.id),
           'creditBalance', null,
           'preferredProviderId', preferred_provider_id,
           'dosespotPatientId', null) as document
  from patient;
grant select on patient_document to ${serving_role};

create view patient_chart_document with (security_invoker = true) as
select patient.tenant_id,
       patient.id,
       summary.document || jsonb_build_object(
           'memberships', null,
           'goalWeight', goal_weight,
           'measurements', null,
           'medications', null,
           'optedOutOfSms', null,
           'appointmentCount', null,
           'totalSpent', null,
           'healthData', null,
           'profilePictureUrl', null) as document
  from patient
  join patient_document summary on summary.tenant_id = patient.tenant_id and summary.id = patient.id;
grant select on patient_chart_document to ${serving_role};

-- The day a search spells, as 1990-05-12 or 5/12/1990; nothing if it spells none.
create function searched_day(term text) returns date
    language plpgsql immutable parallel safe as $$
declare
    iso   text[] := regexp_match(term, '^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$');
    us    text[] := regexp_match(term, '^\s*(\d{1,2})/(\d{1,2})/(\d{4})\s*$');
    parts integer[] := coalesce(iso, array[us[3], us[1], us[2]])::integer[];
    day   date;
begin
    if parts[1] >= 1 and parts[2] between 1 and 12 and parts[3] between 1 and 31 then
        day := make_date(parts[1], parts[2], 1) + (parts[3] - 1);
    end if;
    return case when extract(month from day) = parts[2] then day end;
end
$$;

-- The digits of a search that looks like a telephone number or a part of one, at most the last ten: a country code may
-- be missing on either side.
create function searched_digits(term text) returns text
    language sql immutable parallel safe
    return (select case when term ~ '^[-+0-9()./\s]+$' and length(digits) >= 3 then right(digits, 10) end
              from regexp_replace(term, '[^0-9]', '', 'g') digits);

-- Whether a patient is meant by a search. Planned as part of the query that asks, so that each line has its index; three
-- words are enough to find rows by, further ones only sort them out.
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

-- The ids of the current tenant's patients that a search means: parts of first, last and preferred name and e-mail
-- address in any order, (part of) a telephone number in any spelling, a date of birth, an id or external id.
-- All of them in no order, or the newest at_most ones, newest first. An empty search means every patient.
--
-- Runs as the owner because row-level security and trigram indexes do not go together; compares the tenant itself. The
-- plan depends on what is searched for, so it is made anew each time.
create function patient_search(term text, archived_too boolean default true, at_most integer default null)
    returns setof text
    language plpgsql stable security definer rows 100
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan as $$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    wanted   text   := btrim(term);
    patterns text[] := search_patterns(term);
    digits   text   := searched_digits(term);
    day      date   := searched_day(term);
    newest   text[];
begin
    if at_most is null then
        return query
        select patient.id
          from patient
         where tenant_id = tenant
           and (archived_too or not is_archived)
           and patient_is_meant(patient, wanted, patterns, digits, day);
        return;
    end if;
    -- A search that means many is answered from the newest patients, however many there are in all ...
    newest := array(
        select (recent.patient).id
          from (select patient
                  from patient
                 where tenant_id = tenant and (archived_too or not is_archived)
                 order by created_date desc, id desc
                 limit 2000) recent
         where patient_is_meant(recent.patient, wanted, patterns, digits, day)
         order by (recent.patient).created_date desc, (recent.patient).id desc
         limit at_most);
    if cardinality(newest) = at_most then
        return query select unnest(newest);
        return;
    end if;
    -- ... and one that means few, from the indexes.
    return query
    with meant as materialized (
        select patient.id, patient.created_date
          from patient
         where tenant_id = tenant
           and (archived_too or not is_archived)
           and patient_is_meant(patient, wanted, patterns, digits, day))
    select meant.id from meant order by created_date desc, meant.id desc limit at_most;
end
$$;
revoke execute on function patient_search from public;
grant execute on function patient_search to ${serving_role};
