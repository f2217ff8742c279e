-- With which of the clinic's keys something was done to a quote, or its acceptance was brought; a key's row is never
-- deleted. Absent where the patient did it on their own page, or the service by itself.
alter table quote_event
    add column key_id text check (key_id is null or actor <> 'SERVICE'),
    add foreign key (tenant_id, key_id) references api_key (tenant_id, id);
alter table quote_acceptance
    add column key_id text,
    add foreign key (tenant_id, key_id) references api_key (tenant_id, id);
