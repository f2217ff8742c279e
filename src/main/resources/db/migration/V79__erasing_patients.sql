-- Patients can be erased: the person goes, the books stay. What is theirs says since when, and holds no words after that,
-- whoever writes: the release before this one does not know of it.

alter table patient
    add column erased_date timestamptz,
    add constraint patient_that_was_erased_is_nobody check (
        erased_date is null
        or (is_archived and first_name = 'Erased' and last_name = 'patient'
            and num_nonnulls(external_id, firebase_uid, preferred_name, date_of_birth, gender, pronouns, email,
                             phone_number, address, address_line_two, city, state, zip_code, country, address_valid,
                             primary_location_id, preferred_provider_id, patient_source, lead_source,
                             on_scheduling_blacklist, surcharge_disabled, allergies, family_history, medical_history,
                             prescriptions, goal_weight, meta) = 0));
alter table cart
    add column erased_date timestamptz,
    add constraint cart_of_erased_has_no_words check (
        erased_date is null or num_nonnulls(notes, postal_code) = 0);
alter table quote
    add column erased_date timestamptz,
    add constraint quote_of_erased_has_no_words check (
        erased_date is null
        or num_nonnulls(title, description, terms, internal_notes, scheduled_message, answer_message,
                        preferred_payment_method_id, postal_code) = 0);
alter table charge
    add column erased_date timestamptz,
    add constraint charge_of_erased_has_no_words check (
        erased_date is null or (num_nonnulls(description, event_id) = 0 and void_reason is not distinct from
            case when voided_date is not null then 'Erased' end));
alter table placed_order
    add column erased_date timestamptz,
    add constraint placed_order_of_erased_has_no_words check (
        erased_date is null
        or (contact_phone = 'Erased'
            and num_nonnulls(contact_name, contact_email, postal_code, shipping_country, billing_country, internal_note) = 0
            and cancel_reason is not distinct from case when cancelled_date is not null then 'Erased' end));

-- What was only ever added to, and never changed, can lose its words and nothing else.
grant update (description, event_id, erased_date) on charge to ${serving_role};
grant update (description) on refund to ${serving_role};
create policy words_only_go on refund as restrictive for update using (true) with check (description is null);
grant update (notes) on order_line to ${serving_role};
create policy words_only_go on order_line as restrictive for update using (true) with check (notes is null);
grant update (detail) on order_event to ${serving_role};
create policy words_only_go on order_event as restrictive for update using (true) with check (detail is null);

-- So can evidence, once. Its hash stays that of what was accepted: who has kept that can still show so.
alter table quote_acceptance
    add column redacted_date timestamptz,
    drop constraint quote_acceptance_check,
    add constraint quote_acceptance_has_its_hash check (
        redacted_date is not null or sha256 = sha256(convert_to(content, 'UTF8')));
grant update (content, network_address, user_agent, redacted_date) on quote_acceptance to ${serving_role};

create function quote_content_without_words(content jsonb) returns jsonb
    language sql immutable parallel safe
    return content || '{"title": null, "description": null, "terms": null}'::jsonb || jsonb_build_object('lines', (
        select coalesce(jsonb_agg(l.line || '{"description": null}'::jsonb order by l.place), '[]'::jsonb)
          from jsonb_array_elements(content -> 'lines') with ordinality l (line, place)));
grant execute on function quote_content_without_words to ${serving_role};

create or replace function refuse_to_rewrite() returns trigger
    language plpgsql
as $body$
begin
    if tg_op = 'UPDATE' then
        if old.redacted_date is null and new.redacted_date is not null
           and new.network_address is null and new.user_agent is null
           and (new.tenant_id, new.quote_id, new.sha256, new.verification, new.key_id, new.accepted_date)
               is not distinct from
               (old.tenant_id, old.quote_id, old.sha256, old.verification, old.key_id, old.accepted_date)
           and (case new.content
                    when '{}' then true
                    else new.content::jsonb = quote_content_without_words(old.content::jsonb)
                end) then
            return new;
        end if;
    end if;
    raise exception 'what is kept as evidence is not changed';
end
$body$;

-- What is told of somebody who was erased.
create table patient_erasure (
    tenant_id   text        not null references tenant (id),
    patient_id  text        not null,
    key_id      text,
    reason      text        not null check (length(reason) between 1 and 2000),
    erased_date timestamptz not null,
    primary key (tenant_id, patient_id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, key_id) references api_key (tenant_id, id)
);
alter table patient_erasure enable row level security;
alter table patient_erasure force row level security;
create policy tenant_isolation on patient_erasure
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on patient_erasure to ${serving_role};
