-- Positions of events are numbers of transactions, and another server counts its own: what was brought here from one that
-- had come further stood before whatever was written here, for ever. What is written here stands above it now.

-- What is added to the numbers of this server's transactions in a clinic whose events came from another one.
create table webhook_feed (
    tenant_id text   primary key references tenant (id),
    begins_at bigint not null check (begins_at > 0)
);
alter table webhook_feed enable row level security;
alter table webhook_feed force row level security;
create policy tenant_isolation on webhook_feed
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select on webhook_feed to ${serving_role};

-- The position of what the current transaction of a clinic writes, and of any other of its transactions.
create function webhook_position(tenant text, transaction xid8) returns xid8
    language sql stable
    return (transaction::text::bigint
            + coalesce((select f.begins_at from webhook_feed f where f.tenant_id = tenant), 0))::text::xid8;
grant execute on function webhook_position to ${serving_role};

-- To be called by the owner of the tables once rows were brought here from another server, before anybody serves. Where they
-- come from this one, or from one that had not come as far, it changes nothing.
create function go_on_from_another_server() returns void
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    clinic text;
    latest xid8;
begin
    for clinic in select t.id from tenant t order by t.id loop
        perform set_config('cartwright.tenant', clinic, true);
        select max(p.position) into latest
          from (select e.position from webhook_event e where e.tenant_id = clinic
                union all
                select s.position from webhook_sequence s where s.tenant_id = clinic) p;
        if latest >= webhook_position(clinic, pg_snapshot_xmax(pg_current_snapshot())) then
            insert into webhook_feed (tenant_id, begins_at) values (clinic, latest::text::bigint)
            on conflict (tenant_id) do update set begins_at = excluded.begins_at;
        end if;
    end loop;
    perform set_config('cartwright.tenant', before, true);
end
$body$;

select go_on_from_another_server();
