-- Webhooks: whom a clinic wants told of what happens. Secrets are not kept; they follow from the service's own and the
-- version here.
create table webhook (
    tenant_id          text        not null references tenant (id),
    id                 text        not null check (id ~ '^hook_[a-z0-9]{1,60}$'),
    url                text        not null check (length(url) between 1 and 2000),
    subscriptions      text[]      not null check (cardinality(subscriptions) <= 200),
    notification_email text        check (length(notification_email) between 1 and 320),
    secret_version     integer     not null check (secret_version > 0),
    rotated_date       timestamptz,
    created_date       timestamptz not null,
    updated_date       timestamptz,
    disabled_date      timestamptz,
    archived_date      timestamptz,
    primary key (tenant_id, id),
    constraint webhook_has_a_second_secret_once_it_was_rotated check ((secret_version > 1) = (rotated_date is not null))
);
alter table webhook enable row level security;
alter table webhook force row level security;
create policy tenant_isolation on webhook
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on webhook to ${serving_role};
