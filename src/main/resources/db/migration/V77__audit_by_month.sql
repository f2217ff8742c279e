-- The months of the record. Tables are the owner's to make and to drop, so the service has it done by two functions that run
-- as the owner and can do nothing else: they look at no row of anybody's.

-- Makes the partitions of a month and of those that follow, so many in all, unless they are there. A month of which rows lie
-- in audit_entry_other already stays there.
create function audit_make_months(first timestamptz, months integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s'
as $body$
declare
    month timestamp;
    name  text;
    made  integer := 0;
begin
    for i in 0 .. least(months, 24) - 1 loop
        month := date_trunc('month', first at time zone 'UTC') + make_interval(months => i);
        name := 'audit_entry_' || to_char(month, 'YYYY_MM');
        if to_regclass(name) is null then
            begin
                execute format('create table %I (like audit_entry including all)', name);
                execute format('alter table %I enable row level security', name);
                execute format('alter table %I force row level security', name);
                execute format(
                    'create policy tenant_isolation on %I using (tenant_id = current_setting(''cartwright.tenant'', true))'
                    ' with check (tenant_id = current_setting(''cartwright.tenant'', true))', name);
                execute format('create policy owner_reads on %I for select to %I using (true)', name, '${owner_role}');
                execute format(
                    'alter table audit_entry attach partition %I for values from (%L) to (%L)', name,
                    month at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
                made := made + 1;
            exception when check_violation then
                null;
            end;
        end if;
    end loop;
    return made;
end
$body$;
revoke execute on function audit_make_months from public;
grant execute on function audit_make_months to ${serving_role};

-- Drops the months that ended before a moment, and none that has not been over for a year by the server's own clock.
create function audit_drop_months(ended_before timestamptz) returns integer
    language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s'
as $body$
declare
    name    text;
    latest  timestamptz := least(ended_before, now() - interval '1 year');
    dropped integer := 0;
begin
    for name in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'audit_entry'::regclass and c.relname ~ '^audit_entry_\d{4}_\d\d$'
    loop
        if (to_date(right(name, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= latest then
            execute format('drop table %I', name);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end
$body$;
revoke execute on function audit_drop_months from public;
grant execute on function audit_drop_months to ${serving_role};

select audit_make_months(now(), 3);
