-- In which currency the amounts of a cart, quote, charge, payment or refund are. It gets its clinic's when it is made and
-- keeps it. Of what is there, only the rows of clinics with an unusual currency are written: the usual one comes with the
-- column, as a default that is gone again at once. The owner sees no row of any tenant while row-level security is forced
-- upon it.
do $body$
declare
    -- Without any clinic there are no rows either, and the code for no currency stands for none.
    usual text := coalesce((select currency from tenant group by currency order by count(*) desc, currency limit 1), 'XXX');
    kept  text;
begin
    foreach kept in array array['cart', 'quote', 'charge', 'payment', 'refund'] loop
        execute format(
            'alter table %I no force row level security,
                 add column currency text not null default %L check (currency ~ ''^[A-Z]{3}$'')', kept, usual);
        execute format('alter table %I alter column currency drop default', kept);
        execute format(
            'update %I d set currency = t.currency from tenant t where t.id = d.tenant_id and t.currency <> %L',
            kept, usual);
        if kept <> 'quote' then
            execute format('alter table %I force row level security', kept);
        end if;
    end loop;
end
$body$;

-- What was accepted names its currency, whatever the clinic's is by now.
alter table quote_acceptance no force row level security;
update quote q
   set currency = a.content::jsonb ->> 'currency'
  from quote_acceptance a
 where a.tenant_id = q.tenant_id and a.quote_id = q.id and a.content::jsonb ->> 'currency' <> q.currency;
alter table quote_acceptance force row level security;
alter table quote force row level security;
