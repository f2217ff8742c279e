-- An answer that somebody of the clinic's staff takes down at the console for a patient says so, and who did.
alter table quote_acceptance
    add column provider_id text,
    add foreign key (tenant_id, provider_id) references provider (tenant_id, id),
    add constraint quote_acceptance_is_of_a_key_or_a_provider check (key_id is null or provider_id is null),
    drop constraint quote_acceptance_verification_check,
    add constraint quote_acceptance_verification_check
        check (verification in ('DATE_OF_BIRTH', 'PHONE_ENDING', 'NONE', 'API_KEY', 'STAFF'));
