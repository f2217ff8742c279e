-- Quantities and percentages keep ten decimals. PostgreSQL changes no column that a view reads, so the views on these
-- tables are taken down and put up again as they were, with their options, their owner and who may read them.
do $body$
declare
    views jsonb;
    view  jsonb;
begin
    with recursive reader (oid, depth) as (
        select r.ev_class, 1
        from pg_depend d
            join pg_rewrite r on r.oid = d.objid
        where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
          and d.refobjid in ('tax'::regclass, 'cart'::regclass, 'cart_line'::regclass,
                             'quote'::regclass, 'quote_line'::regclass)
        union
        select r.ev_class, reader.depth + 1
        from reader
            join pg_depend d on d.refobjid = reader.oid and d.refclassid = 'pg_class'::regclass
                and d.classid = 'pg_rewrite'::regclass
            join pg_rewrite r on r.oid = d.objid and r.ev_class <> reader.oid
    )
    select jsonb_agg(jsonb_build_object(
                         'name', c.oid::regclass::text,
                         'options', array_to_string(c.reloptions, ', '),
                         'query', pg_get_viewdef(c.oid),
                         'readers', (select jsonb_agg(a.grantee::regrole::text)
                                     from aclexplode(c.relacl) a
                                     where a.privilege_type = 'SELECT' and a.grantee <> c.relowner))
                     order by deepest.depth, c.oid)
    into views
    from (select oid, max(depth) as depth from reader group by oid) deepest
        join pg_class c on c.oid = deepest.oid and c.relkind = 'v';

    for view in select v from jsonb_array_elements(views) with ordinality as t(v, n) order by n desc loop
        execute format('drop view %s', view ->> 'name');
    end loop;

    alter table tax alter column percentage type numeric(13, 10);
    alter table cart alter column discount_value type numeric(26, 10);
    alter table quote alter column discount_value type numeric(26, 10);
    alter table cart_line
        alter column quantity type numeric(17, 10),
        alter column discount_value type numeric(26, 10);
    alter table quote_line
        alter column quantity type numeric(17, 10),
        alter column discount_value type numeric(26, 10);

    for view in select v from jsonb_array_elements(views) with ordinality as t(v, n) order by n loop
        execute format('create view %s with (%s) as %s', view ->> 'name', view ->> 'options', view ->> 'query');
        execute format('grant select on %s to %s', view ->> 'name',
                       (select string_agg(r, ', ') from jsonb_array_elements_text(view -> 'readers') as r));
    end loop;
end
$body$;
