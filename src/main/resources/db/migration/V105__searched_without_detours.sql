-- As before, at the cost of a comparison for what is written in ASCII, as nearly everything in a catalog is: such a text is
-- what normalizing it makes of it. What is stored of texts stays true.

do $do$
declare
    folding text := (select format('collate pg_catalog.%I', collname) from pg_collation
                      where collnamespace = 'pg_catalog'::regnamespace and collname in ('pg_c_utf8', 'und-x-icu')
                      order by collname limit 1);
begin
    execute format(
        'create or replace function searchable(written text) returns text
             language sql immutable parallel safe
             return lower((case when octet_length(written) = length(written) then written
                                else normalize(written, nfkc) end) %s)',
        folding);
end
$do$;
