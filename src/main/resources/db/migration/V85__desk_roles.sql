-- Who of a clinic's providers may come to the console, and as what. Nobody may who has no row here.
create table desk_role (
    tenant_id   text        not null,
    provider_id text        not null,
    role        text        not null check (role in ('FRONT_DESK', 'MANAGER', 'OWNER')),
    given_date  timestamptz not null,
    primary key (tenant_id, provider_id),
    foreign key (tenant_id, provider_id) references provider (tenant_id, id)
);
alter table desk_role enable row level security;
alter table desk_role force row level security;
create policy tenant_isolation on desk_role
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on desk_role to ${serving_role};

-- They stand in the record of accesses; what names a key there names a provider then.
alter table audit_entry
    drop constraint audit_entry_caller_check,
    add constraint audit_entry_caller_check
        check (caller in ('KEY', 'STAFF', 'OPERATOR', 'PATIENT', 'SERVICE'));

-- And they are sent links to come in by.
alter table message
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'CONSOLE_SIGN_IN', 'EVENT_GIVEN_UP'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'CONSOLE_SIGN_IN', 'EVENT_GIVEN_UP'));
