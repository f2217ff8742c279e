-- What was done to a quote at the console says by whom, where what was done with a key says with which.
alter table quote_event
    add column provider_id text,
    add foreign key (tenant_id, provider_id) references provider (tenant_id, id),
    add constraint quote_event_is_of_a_key_or_a_provider check (key_id is null or provider_id is null);
