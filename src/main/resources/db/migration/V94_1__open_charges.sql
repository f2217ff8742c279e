-- Charges of which something is owed are found by an index. How a charge stands follows from its payments and refunds, and
-- still does; what is kept here follows from them by itself, whoever writes them. A charge that is settled or void never
-- owes anything again, so this changes once.
alter table charge add column is_open boolean not null default true;

-- The charges that are there. The owner sees no row of any tenant while row-level security is forced upon it.
alter table charge no force row level security;
alter table payment no force row level security;
alter table refund no force row level security;
update charge c set is_open = false
  from charge_balance b
 where b.tenant_id = c.tenant_id and b.id = c.id and b.status <> 'OUTSTANDING';
alter table charge force row level security;
alter table payment force row level security;
alter table refund force row level security;

create index charge_that_is_open on charge (tenant_id, created_date, id) where is_open;
grant update (is_open) on charge to ${serving_role};

-- One of 0 is settled at once.
create function charge_is_open() returns trigger
    language plpgsql
as $body$
begin
    new.is_open := new.is_open and new.total > 0 and new.voided_date is null;
    return new;
end
$body$;
create trigger charge_is_open before insert or update of voided_date on charge
    for each row execute function charge_is_open();

create function charge_is_settled() returns trigger
    language plpgsql
as $body$
begin
    update charge c set is_open = false
      from charge_balance b
     where c.tenant_id = new.tenant_id and c.id = new.charge_id and c.is_open
       and b.tenant_id = c.tenant_id and b.id = c.id and b.status <> 'OUTSTANDING';
    return null;
end
$body$;
create trigger charge_is_settled after insert on payment for each row execute function charge_is_settled();
