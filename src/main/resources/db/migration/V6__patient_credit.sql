-- Patient credit: money of a patient that the clinic holds, kept as a ledger.

-- The moment at which a transaction began by the service's clock, told with the tenant in its first statement; by the
-- database's own where nobody told it.
create function cartwright_now() returns timestamptz
    language sql stable parallel safe
    return coalesce(nullif(current_setting('cartwright.now', true), '')::timestamptz, now());
grant execute on function cartwright_now to ${serving_role};

-- A grant. Its money is told by its entries alone.
create table patient_credit (
    tenant_id     text        not null references tenant (id),
    id            text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    patient_id    text        not null,
    external_id   text        check (length(external_id) between 1 and 255),
    comment       text        check (length(comment) <= 10000),
    expiry_date   timestamptz,
    member_id     text        check (length(member_id) <= 255),
    creator_id    text        check (length(creator_id) <= 255),
    created_date  timestamptz not null,
    updated_date  timestamptz,
    archived_date timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id)
);
create unique index patient_credit_external_id on patient_credit (tenant_id, external_id)
    where external_id is not null and archived_date is null;
create index patient_credit_of_patient on patient_credit (tenant_id, patient_id, created_date, id)
    where archived_date is null;
alter table patient_credit enable row level security;
alter table patient_credit force row level security;
create policy tenant_isolation on patient_credit
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on patient_credit to ${serving_role};

-- The ledger: the k-th entry of a credit says what changed and what has remained since. It refers to the entry before,
-- which must have left what this one began with. So what remains is the sum of the changes, no two entries can follow
-- the same one, and nobody, in whatever order and without whatever lock, can leave less than nothing.
create table patient_credit_entry (
    tenant_id  text        not null,
    credit_id  text        not null,
    number     integer     not null check (number >= 1),
    written    bigint      not null generated always as identity,
    kind       text        not null check (kind in ('GRANTED', 'TAKEN', 'RESTORED', 'ADJUSTED', 'WITHDRAWN')),
    change     bigint      not null,
    remaining  bigint      not null check (remaining >= 0),
    amount     bigint      not null check (amount between 1 and 9007199254740991),
    payment_id text        check (length(payment_id) between 1 and 64),
    moment     timestamptz not null,
    follows    integer     generated always as (nullif(number - 1, 0)) stored,
    before     bigint      generated always as (remaining - change) stored,
    primary key (tenant_id, credit_id, number),
    constraint patient_credit_entry_left unique (tenant_id, credit_id, number, remaining),
    foreign key (tenant_id, credit_id) references patient_credit (tenant_id, id),
    constraint patient_credit_entry_follows foreign key (tenant_id, credit_id, follows, before)
        references patient_credit_entry (tenant_id, credit_id, number, remaining),
    constraint patient_credit_entry_within_amount check (remaining <= amount),
    constraint patient_credit_entry_grants_first check (
        (kind = 'GRANTED') = (number = 1) and (number > 1 or before = 0)),
    constraint patient_credit_entry_names_its_payment check (
        (kind in ('TAKEN', 'RESTORED')) = (payment_id is not null)),
    constraint patient_credit_entry_does_what_it_says check (case kind
        when 'TAKEN' then change < 0
        when 'RESTORED' then change > 0
        when 'WITHDRAWN' then remaining = 0
        else true end)
);
comment on column patient_credit_entry.written is 'The order of writing across credits.';
comment on column patient_credit_entry.amount is 'How much the credit was granted over, from this entry on.';
create index patient_credit_entry_of_payment on patient_credit_entry (tenant_id, payment_id)
    where payment_id is not null;
alter table patient_credit_entry enable row level security;
alter table patient_credit_entry force row level security;
create policy tenant_isolation on patient_credit_entry
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on patient_credit_entry to ${serving_role};

-- Every credit and what remains of it.
create view patient_credit_balance with (security_invoker = true) as
select credit.tenant_id,
       credit.id,
       credit.patient_id,
       credit.comment,
       credit.expiry_date,
       credit.member_id,
       credit.creator_id,
       credit.created_date,
       nullif(greatest(credit.updated_date, latest.moment), credit.created_date) as updated_date,
       latest.number,
       latest.amount,
       latest.remaining
  from patient_credit credit
  cross join lateral (
      select number, amount, remaining, moment
        from patient_credit_entry entry
       where entry.tenant_id = credit.tenant_id and entry.credit_id = credit.id
       order by number desc
       limit 1) latest
 where credit.archived_date is null;
grant select on patient_credit_balance to ${serving_role};

-- The credits that can be used now, and in which place among the patient's: first what expires first.
create view patient_credit_usable with (security_invoker = true) as
select tenant_id,
       id,
       patient_id,
       comment,
       expiry_date,
       created_date,
       number,
       amount,
       remaining,
       row_number() over (partition by tenant_id, patient_id
                              order by expiry_date nulls last, created_date, id) as place
  from patient_credit_balance
 where remaining > 0
   and (expiry_date is null or expiry_date > cartwright_now());
grant select on patient_credit_usable to ${serving_role};

-- A provider as the user who did something.
create view provider_user_tiny with (security_invoker = true) as
select tenant_id,
       id,
       jsonb_build_object(
           'id', id,
           'firstName', first_name,
           'lastName', last_name,
           'phoneNumber', phone_number,
           'email', email,
           'type', 'PROVIDER',
           'locationId', primary_location_id) as document
  from provider;
grant select on provider_user_tiny to ${serving_role};

create view patient_credit_document with (security_invoker = true) as
select credit.tenant_id,
       credit.id,
       jsonb_build_object(
           'id', credit.id,
           'patientId', credit.patient_id,
           'amount', credit.amount,
           'amountRemaining', credit.remaining,
           'comment', credit.comment,
           'expiryDate', rfc3339(credit.expiry_date),
           'memberId', credit.member_id,
           'createdDate', rfc3339(credit.created_date),
           'updatedDate', rfc3339(credit.updated_date),
           'creator', creator.document) as document
  from patient_credit_balance credit
  left join provider_user_tiny creator on creator.tenant_id = credit.tenant_id and creator.id = credit.creator_id;
grant select on patient_credit_document to ${serving_role};

-- By patient: the usable credits in the order of use, and their sum.
create view patient_available_credit_document with (security_invoker = true) as
select patient.tenant_id,
       patient.id,
       available.document
  from patient
  cross join lateral (
      select jsonb_build_object(
                 'totalAvailable', coalesce(sum(remaining), 0),
                 'credits', coalesce(jsonb_agg(jsonb_build_object(
                                         'creditId', usable.id,
                                         'remainingAmount', remaining,
                                         'totalAmount', amount,
                                         'comment', comment,
                                         'expiryDate', rfc3339(expiry_date),
                                         'createdDate', rfc3339(usable.created_date)) order by place), '[]'),
                 'count', count(*)) as document
        from patient_credit_usable usable
       where usable.tenant_id = patient.tenant_id and usable.patient_id = patient.id) available;
grant select on patient_available_credit_document to ${serving_role};

-- As before, and with what can be used of the patient's credit now.
create or replace view patient_document with (security_invoker = true) as
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
           'creditBalance', (select coalesce(sum(remaining), 0)::bigint
                               from patient_credit_usable usable
                              where usable.tenant_id = patient.tenant_id and usable.patient_id = patient.id),
           'preferredProviderId', preferred_provider_id,
           'dosespotPatientId', null) as document
  from patient;
