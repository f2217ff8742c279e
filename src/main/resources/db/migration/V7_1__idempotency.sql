-- Answers to requests that carried a key of their own, so that the same request again gets the same answer.
--
-- A key is stored by the transaction that does what was asked for: it is there if and only if that was done, and of
-- several at the same time the primary key lets one through.

create table idempotency (
    tenant_id    text        not null references tenant (id),
    key          text        not null check (length(key) between 1 and 255),
    request_hash bytea       not null check (length(request_hash) = 32),
    answer       text,
    created_date timestamptz not null,
    primary key (tenant_id, key)
);
create index idempotency_by_age on idempotency (tenant_id, created_date);

alter table idempotency enable row level security;
alter table idempotency force row level security;
create policy tenant_isolation on idempotency
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update (answer), delete on idempotency to ${serving_role};
