-- Charges of each state are found by an index. Which of them are open is kept since V94_1; now those are, too, of which all
-- that was paid was given back. What is neither, nor void, is paid. A charge that was given back as a whole takes no payment
-- any more, so this changes once. Few charges ever have a refund: no others are looked at here.
alter table charge add column is_given_back boolean not null default false;

-- The owner sees no row of any tenant while row-level security is forced upon it.
alter table charge no force row level security;
alter table payment no force row level security;
alter table refund no force row level security;
update charge c set is_given_back = true
  from (select distinct r.tenant_id, r.charge_id from refund r) touched
  join charge_balance b on b.tenant_id = touched.tenant_id and b.id = touched.charge_id
 where c.tenant_id = touched.tenant_id and c.id = touched.charge_id and b.status = 'REFUNDED';
alter table charge force row level security;
alter table payment force row level security;
alter table refund force row level security;

create index charge_that_is_paid on charge (tenant_id, created_date, id)
    where not is_open and not is_given_back and voided_date is null;
create index charge_that_is_given_back on charge (tenant_id, created_date, id) where is_given_back;
create index charge_that_is_void on charge (tenant_id, created_date, id) where voided_date is not null;
grant update (is_given_back) on charge to ${serving_role};

create function charge_is_given_back() returns trigger
    language plpgsql
as $body$
begin
    update charge c set is_given_back = true
      from charge_balance b
     where c.tenant_id = new.tenant_id and c.id = new.charge_id and not c.is_given_back
       and b.tenant_id = c.tenant_id and b.id = c.id and b.status = 'REFUNDED';
    return null;
end
$body$;
create trigger charge_is_given_back after insert on refund for each row execute function charge_is_given_back();
