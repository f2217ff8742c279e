-- The rounds the service makes by itself, and which clinics have something due for each.

-- A round is one row, run by one instance at a time; the columns are those of the library db-scheduler, as in
-- scheduled_task. It stands apart from that: what a round takes longer never keeps a message waiting, nor the reverse. It
-- belongs to the installation and names no clinic.
create table recurring_job (
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
grant select, insert, update, delete on recurring_job to ${serving_role};

-- Each of the following tells whether a clinic has something due. It looks at that clinic's rows with the eyes of whoever
-- asks, under the policies: it says whose work this is, as every transaction does, and what was said before holds again
-- once it has answered. By its dates it finds the first row that is due, so it costs the same however many there are.

-- Whether a creator's carts of a status are counted in so many rows that it is worth putting them into one.
create function cart_tally_is_long() returns boolean
    language plpgsql stable
as $body$
declare
    tenant text := current_setting('cartwright.tenant', true);
begin
    perform from cart_tally t where t.tenant_id = tenant order by t.creator_id, t.status, t.id limit 1 offset 50;
    return found and (
        select count(*) > 50 + 2 * count(distinct (t.creator_id, t.status)) from cart_tally t where t.tenant_id = tenant);
end
$body$;
grant execute on function cart_tally_is_long to ${serving_role};

-- As before, by what is said above.
create or replace function cart_tally_fold() returns void
    language plpgsql
as $body$
declare
    tenant text := current_setting('cartwright.tenant', true);
begin
    if cart_tally_is_long() and pg_try_advisory_xact_lock(hashtext('cart_tally'), hashtext(tenant)) then
        with folded as (
            delete from cart_tally t where t.tenant_id = tenant returning t.creator_id, t.status, t.carts)
        insert into cart_tally (tenant_id, creator_id, status, carts)
        select tenant, f.creator_id, f.status, sum(f.carts) from folded f
         group by f.creator_id, f.status having sum(f.carts) <> 0;
    end if;
end
$body$;

-- Whether carts have lapsed by themselves or lain idle for so many days, or their tally has become long.
create function cart_is_due(tenant text, inactivity_days integer, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from cart c
      where c.tenant_id = tenant and c.archived_date is null and c.quote_id is null and c.lapse_date <= moment
      order by c.lapse_date limit 1;
    is_due := found;
    if not is_due then
        perform from cart_order o
          where o.tenant_id = tenant and o.status = 'DRAFT'
            and o.updated_date <= moment - make_interval(hours => 24 * inactivity_days)
            and (select c.quote_id is null from cart c where c.tenant_id = o.tenant_id and c.id = o.id)
          order by o.updated_date limit 1;
        is_due := found or cart_tally_is_long();
    end if;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function cart_is_due to ${serving_role};

-- Whether the validity of quotes has ended.
create function quote_is_to_expire(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from quote q
      where q.tenant_id = tenant and q.status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and q.valid_until_date <= moment
      order by q.valid_until_date limit 1;
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function quote_is_to_expire to ${serving_role};

-- Whether the time of quotes that wait to be sent has come.
create function quote_is_to_send(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from quote q where q.tenant_id = tenant and q.scheduled_date <= moment order by q.scheduled_date limit 1;
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function quote_is_to_send to ${serving_role};

-- Whether answers to requests with a key of their own were given before a moment.
create function idempotency_is_due(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from idempotency i where i.tenant_id = tenant and i.created_date < moment order by i.created_date limit 1;
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
grant execute on function idempotency_is_due to ${serving_role};
