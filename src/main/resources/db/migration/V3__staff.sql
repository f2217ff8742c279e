-- Providers, the people who create carts and quotes, and the names of their roles.

create table provider (
    tenant_id           text        not null references tenant (id),
    id                  text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    email               text        not null check (length(email) between 3 and 320),
    phone_number        text        check (length(phone_number) <= 50),
    first_name          text        not null check (length(first_name) between 1 and 255),
    last_name           text        not null check (length(last_name) between 1 and 255),
    primary_location_id text        check (length(primary_location_id) <= 255),
    external_id         text        check (length(external_id) <= 255),
    created_date        timestamptz not null,

    -- What the written names are found by.
    search_text text generated always as (lower(' ' || first_name || ' ' || last_name)) stored,

    primary key (tenant_id, id)
);
create unique index provider_email on provider (tenant_id, lower(email));
create index provider_primary_location on provider (tenant_id, primary_location_id);
create index provider_search_text on provider using gin (tenant_id, search_text gin_trgm_ops) with (fastupdate = off);
alter table provider enable row level security;
alter table provider force row level security;
create policy tenant_isolation on provider
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
-- For provider_search, which runs as the owner and compares the tenant itself.
create policy owner_reads on provider for select to ${owner_role} using (true);
grant select, insert on provider to ${serving_role};

-- A role comes to be when somebody is first invited into it. It is a name that is served; it permits and forbids nothing.
create table provider_role (
    tenant_id    text        not null references tenant (id),
    id           text        not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    name         text        not null check (length(name) between 1 and 100),
    created_date timestamptz not null,
    primary key (tenant_id, id)
);
create unique index provider_role_name on provider_role (tenant_id, lower(name));
alter table provider_role enable row level security;
alter table provider_role force row level security;
create policy tenant_isolation on provider_role
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on provider_role to ${serving_role};

create table provider_role_assignment (
    tenant_id   text not null,
    provider_id text not null,
    role_id     text not null,
    primary key (tenant_id, provider_id, role_id),
    foreign key (tenant_id, provider_id) references provider (tenant_id, id),
    foreign key (tenant_id, role_id) references provider_role (tenant_id, id)
);
create index provider_role_assignment_role on provider_role_assignment (tenant_id, role_id);
alter table provider_role_assignment enable row level security;
alter table provider_role_assignment force row level security;
create policy tenant_isolation on provider_role_assignment
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on provider_role_assignment to ${serving_role};

-- Documents. What belongs to products beside this service is null; preferences of their user interfaces are what they
-- are for somebody who never changed them.

create view provider_document with (security_invoker = true) as
select tenant_id,
       id,
       jsonb_build_object(
           'id', id,
           'firstName', first_name,
           'lastName', last_name,
           'phoneNumber', phone_number,
           'email', email,
           'type', 'PROVIDER',
           'locationId', null,
           'externalId', external_id,
           'address', null,
           'addressLineTwo', null,
           'city', null,
           'state', null,
           'zipCode', null,
           'country', null,
           'createdDate', rfc3339(created_date),
           'addressValid', null,
           'meta', null,
           'isArchived', false,
           'primaryLocationId', primary_location_id,
           'roles', (select coalesce(jsonb_agg(jsonb_build_object(
                                         'id', role.id,
                                         'name', role.name,
                                         'userType', case upper(role.name) when 'ADMIN' then 'ADMIN'
                                                                           when 'USER' then 'USER'
                                                                           else 'PROVIDER' end,
                                         'createdDate', rfc3339(role.created_date),
                                         'updatedDate', null) order by lower(role.name)), '[]')
                       from provider_role_assignment assigned
                       join provider_role role on role.tenant_id = assigned.tenant_id and role.id = assigned.role_id
                      where assigned.tenant_id = provider.tenant_id and assigned.provider_id = provider.id))
       || jsonb_build_object(
           'lastActive', null,
           'credentials', null,
           'bio', null,
           'profileImage', null,
           'hasGoogleCalendar', false,
           'nationalProviderIdentifier', null,
           'bookingCapacity', null,
           'showIds', false,
           'showWeekendsOnCalendar', true,
           'showCancelledAppointments', false,
           'showMessagesBox', true,
           'startCalendarHour', null,
           'endCalendarHour', null,
           'sendGcalInvites', false,
           'calendarGridInterval', 15,
           'appointmentTimeStepMinutes', null,
           'showTranslucentPastEvents', true,
           'showGhostEvent', true,
           'autoSignOffNotes', true,
           'dosespotUserId', null,
           'showDeletedProviders', false,
           'ipBlockingExempt', false,
           'notificationAutoMarkRead', 'MANUAL_ONLY',
           'onboardingStep', 'NOT_STARTED',
           'onboardingSkippedAt', null) as document
  from provider;
grant select on provider_document to ${serving_role};

create view provider_tiny with (security_invoker = true) as
select tenant_id,
       id,
       jsonb_build_object(
           'id', id,
           'firstName', first_name,
           'lastName', last_name,
           'email', email,
           'createdDate', rfc3339(created_date)) as document
  from provider;
grant select on provider_tiny to ${serving_role};

-- The ids of the current tenant's providers whose first and last name have all words of a search in them, in any order.
-- An empty search means every provider. Runs as the owner for the same reason as patient_search.
create function provider_search(term text) returns setof text
    language plpgsql stable security definer rows 20
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan as $$
declare
    tenant   text   := current_setting('cartwright.tenant', true);
    patterns text[] := search_patterns(term);
begin
    return query
    select provider.id
      from provider
     where tenant_id = tenant
       and search_text like coalesce(patterns[1], '%')
       and search_text like coalesce(patterns[2], '%')
       and search_text like all (patterns[3:]);
end
$$;
revoke execute on function provider_search from public;
grant execute on function provider_search to ${serving_role};
