-- Seals come in strips: up to 25 that were put on together, of rows of the same minute, are one row here, which fits into a
-- page. A row for each seal wrote 390 bytes of log for each access, two indexes among them; in a strip it is a fifth.
-- Each seal is what it was, and so is the chain: `hashes` has one for each of `entry_ids`, and `number` is the last one's.
create table audit_seal_strip (
    tenant_id   text          not null,
    number      bigint        not null check (number > 0),
    minute      timestamptz   not null,
    entry_ids   text[]        not null check (cardinality(entry_ids) between 1 and 25),
    moments     timestamptz[] not null check (cardinality(moments) = cardinality(entry_ids)),
    previous    bytea         not null check (length(previous) = 32),
    hashes      bytea[]       not null check (cardinality(hashes) = cardinality(entry_ids)),
    sealed_date timestamptz   not null,
    primary key (tenant_id, number)
);

-- What was sealed before: neighbours of the same minute become a strip.
insert into audit_seal_strip (tenant_id, number, minute, entry_ids, moments, previous, hashes, sealed_date)
select tenant_id, max(number), minute, array_agg(entry_id order by number), array_agg(moment order by number),
       (array_agg(previous order by number))[1], array_agg(hash order by number), max(sealed_date)
  from (select s.*, (row_number() over (partition by tenant_id, minute, island order by number) - 1) / 25 as strip
          from (select s.*, date_trunc('minute', s.moment, 'UTC') as minute,
                       number - row_number() over (
                           partition by tenant_id, date_trunc('minute', s.moment, 'UTC') order by number) as island
                  from audit_seal s) s) s
 group by tenant_id, minute, island, strip;

create index audit_seal_strip_by_minute on audit_seal_strip (tenant_id, minute);

alter table audit_seal_strip enable row level security;
alter table audit_seal_strip force row level security;
create policy tenant_isolation on audit_seal_strip
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on audit_seal_strip for select to ${owner_role} using (true);
grant select, insert on audit_seal_strip to ${serving_role};

drop table audit_seal;
