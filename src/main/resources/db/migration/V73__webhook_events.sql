-- What happened, as it is told to whoever wants to know.

-- How many events there have been of an object. Whoever writes the next one waits here for whoever wrote the last, so that
-- there are no gaps; rows are rewritten in their place.
create table webhook_sequence (
    tenant_id text   not null references tenant (id),
    kind      text   not null check (kind ~ '^[a-z]{1,32}$'),
    object_id text   not null check (length(object_id) between 1 and 64),
    last      bigint not null check (last > 0),
    position  xid8   not null,
    primary key (tenant_id, kind, object_id)
) with (fillfactor = 70);
alter table webhook_sequence enable row level security;
alter table webhook_sequence force row level security;
create policy tenant_isolation on webhook_sequence
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on webhook_sequence to ${serving_role};

-- An event; its facts are the JSON of what there is to say beside the object and the sequence. Its position is the number of
-- the transaction that wrote it, or that of the object's last event if that is later: a transaction that waited for another
-- may have the lower number. So whatever is written by transactions that are not over yet stands behind everything below the
-- oldest of them, and an object's events stand in their order.
create table webhook_event (
    tenant_id      text        not null references tenant (id),
    id             text        not null check (id ~ '^alert_[a-z0-9]{1,58}$'),
    type           text        not null check (type ~ '^[A-Z_]{1,64}$'),
    kind           text        not null check (kind ~ '^[a-z]{1,32}$'),
    object_id      text        not null check (length(object_id) between 1 and 64),
    sequence       bigint      not null check (sequence > 0),
    facts          text        not null check (length(facts) between 2 and 4000),
    created_date   timestamptz not null,
    position       xid8        not null,
    primary key (tenant_id, id)
);
create unique index webhook_event_in_order on webhook_event (tenant_id, position, kind, object_id, sequence);
alter table webhook_event enable row level security;
alter table webhook_event force row level security;
create policy tenant_isolation on webhook_event
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, delete on webhook_event to ${serving_role};

-- That an event is to be told, or was, to one webhook. As long as it is pending it says when it is tried next; while somebody
-- tries, that is when their time is up.
create table webhook_delivery (
    tenant_id         text        not null references tenant (id),
    id                text        not null check (id ~ '^evt_[a-z0-9]{1,60}$'),
    webhook_id        text        not null,
    event_id          text        not null,
    type              text        not null check (type ~ '^[A-Z_]{1,64}$'),
    status            text        not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts          integer     not null check (attempts >= 0),
    since_date        timestamptz not null,
    due_date          timestamptz,
    lease_until       timestamptz,
    created_date      timestamptz not null,
    delivered_date    timestamptz,
    last_attempt_date timestamptz,
    last_status       integer     check (last_status between 100 and 999),
    last_error        text        check (length(last_error) between 1 and 500),
    primary key (tenant_id, id),
    foreign key (tenant_id, webhook_id) references webhook (tenant_id, id),
    foreign key (tenant_id, event_id) references webhook_event (tenant_id, id) on delete cascade,
    constraint webhook_delivery_is_due_while_it_is_pending check ((status = 'PENDING') = (due_date is not null)),
    constraint webhook_delivery_was_delivered check (status <> 'DELIVERED' or delivered_date is not null)
);
create index webhook_delivery_due on webhook_delivery (tenant_id, webhook_id, due_date, id) where due_date is not null;
create index webhook_delivery_of_webhook on webhook_delivery (tenant_id, webhook_id, created_date, id);
create index webhook_delivery_of_event on webhook_delivery (tenant_id, event_id);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy tenant_isolation on webhook_delivery
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on webhook_delivery to ${serving_role};

-- Whether a clinic has something to tell to one of its webhooks; looks as those functions do that tell of other due work.
create function webhook_is_due(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from webhook w
      where w.tenant_id = tenant and w.archived_date is null and w.disabled_date is null
        and exists (select from webhook_delivery d
                     where d.tenant_id = tenant and d.webhook_id = w.id and d.due_date <= moment);
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function webhook_is_due to ${serving_role};

-- Whether a clinic has events from before a moment, which are forgotten. The first that was written is looked at.
create function webhook_event_is_old(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    oldest timestamptz;
begin
    perform set_config('cartwright.tenant', tenant, true);
    select e.created_date into oldest from webhook_event e
     where e.tenant_id = tenant order by e.position, e.kind, e.object_id, e.sequence limit 1;
    perform set_config('cartwright.tenant', before, true);
    return coalesce(oldest < moment, false);
end
$body$;
grant execute on function webhook_event_is_old to ${serving_role};
