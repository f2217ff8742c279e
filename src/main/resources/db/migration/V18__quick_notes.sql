-- Quick notes: what staff jot down about a patient. A deleted one keeps its row, and its external id.
create table quick_note (
    tenant_id     text        not null references tenant (id),
    id            text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    patient_id    text        not null,
    creator_id    text        not null,
    note          text        not null check (length(note) between 1 and 10000),
    event_id      text        check (length(event_id) <= 255),
    external_id   text        check (length(external_id) between 1 and 255),
    created_date  timestamptz not null,
    updated_date  timestamptz,
    archived_date timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, creator_id) references provider (tenant_id, id)
);
create unique index quick_note_external_id on quick_note (tenant_id, external_id) where external_id is not null;
create index quick_note_of_patient on quick_note (tenant_id, patient_id, created_date, id);
create index quick_note_newest on quick_note (tenant_id, created_date, id);
alter table quick_note enable row level security;
alter table quick_note force row level security;
create policy tenant_isolation on quick_note
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on quick_note to ${serving_role};
