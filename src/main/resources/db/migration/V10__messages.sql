-- Errands, and the messages that leave the house.

-- What the service does later or again, by itself; the columns are those of the library db-scheduler. The table belongs
-- to the installation, since whoever looks what is due looks for all tenants at once. An errand says whose it is by its
-- id, "<tenant>/<id>", and holds nothing of a patient; what it is about is read within the tenant when it is run.
create table scheduled_task (
    task_name            text        not null check (length(task_name) between 1 and 100),
    task_instance        text        not null check (length(task_instance) between 1 and 200),
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_task_by_time on scheduled_task (execution_time);
create index scheduled_task_by_heartbeat on scheduled_task (last_heartbeat) where picked;
grant select, insert, update, delete on scheduled_task to ${serving_role};

-- A message to one person, worded when it was posted. What it says and to whom, maybe with a secret link, is kept for as
-- long as it is to be sent and no longer.
create table message (
    tenant_id         text        not null references tenant (id),
    id                text        not null check (id ~ '^msg_[a-z0-9]{1,60}$'),
    occasion          text        not null check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED')),
    channel           text        not null check (channel in ('EMAIL', 'SMS')),
    about             text        not null check (length(about) between 1 and 255),
    recipient         text        check (length(recipient) between 1 and 320),
    sender            text,
    subject           text,
    text              text,
    html              text,
    link              text,
    status            text        not null check (status in ('WAITING', 'DELIVERED', 'FAILED')),
    attempts          integer     not null check (attempts >= 0),
    attempt_until     timestamptz,
    last_failure      text        check (length(last_failure) between 1 and 500),
    created_date      timestamptz not null,
    next_attempt_date timestamptz,
    finished_date     timestamptz,
    primary key (tenant_id, id),
    constraint message_is_kept_while_it_waits check (
        case status
            when 'WAITING' then num_nonnulls(recipient, sender, text, next_attempt_date) = 4
                                and (channel = 'EMAIL') = (subject is not null)
                                and (channel = 'EMAIL') = (html is not null)
                                and finished_date is null
            else num_nonnulls(recipient, sender, subject, text, html, link, attempt_until, next_attempt_date) = 0
                 and finished_date is not null
        end),
    constraint message_failed_for_a_reason check (status <> 'FAILED' or last_failure is not null)
);
create index message_by_what_it_is_about on message (tenant_id, about, created_date);
alter table message enable row level security;
alter table message force row level security;
create policy tenant_isolation on message
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on message to ${serving_role};

-- A clinic's own words, where it does not want the house's.
create table message_template (
    tenant_id    text        not null references tenant (id),
    occasion     text        not null check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED')),
    channel      text        not null check (channel in ('EMAIL', 'SMS')),
    subject      text        check (length(subject) between 1 and 200),
    text         text        not null check (length(text) between 1 and 5000),
    updated_date timestamptz not null,
    primary key (tenant_id, occasion, channel),
    constraint message_template_of_an_email_has_a_subject check ((channel = 'EMAIL') = (subject is not null))
);
alter table message_template enable row level security;
alter table message_template force row level security;
create policy tenant_isolation on message_template
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on message_template to ${serving_role};

-- The inbox of an installation that sends nothing: it stands in for the recipients' own mailboxes.
create table caught_message (
    tenant_id text        not null references tenant (id),
    id        text        not null,
    channel   text        not null check (channel in ('EMAIL', 'SMS')),
    recipient text        not null,
    subject   text,
    text      text        not null,
    html      text,
    link      text,
    sent_date timestamptz not null,
    primary key (tenant_id, id)
);
create index caught_message_by_date on caught_message (tenant_id, sent_date, id);
alter table caught_message enable row level security;
alter table caught_message force row level security;
create policy tenant_isolation on caught_message
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on caught_message to ${serving_role};
