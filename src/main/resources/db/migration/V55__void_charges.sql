-- A charge can be taken back: one that nobody has settled is void from then on, and nothing is owed on it any more. That is
-- the only thing about a charge that is ever written after it was opened, and only once, under the lock on its row.
alter table charge
    add column voided_date timestamptz,
    add column void_reason text check (length(void_reason) <= 10000),
    add constraint charge_is_void_for_a_reason check ((voided_date is null) = (void_reason is null)),
    -- What else bills are made of is for those to say who make them.
    drop constraint charge_source_kind_check,
    add constraint charge_source_kind_check check (source_kind ~ '^[A-Z]{1,16}$');
grant update (voided_date, void_reason) on charge to ${serving_role};

-- What is given back when a charge is taken back need not be given by a provider.
alter table refund alter column provider_id drop not null;

create or replace view charge_balance with (security_invoker = true) as
select c.tenant_id,
       c.id,
       c.total,
       case when money.settled or c.voided_date is not null then 0 else c.total - money.paid + money.refunded end
           as outstanding,
       case
           when c.voided_date is not null then 'VOID'
           when not money.settled then 'OUTSTANDING'
           when money.refunded > 0 and money.refunded = money.paid then 'REFUNDED'
           else 'PAID'
       end as status,
       money.entries
  from charge c
 cross join lateral (
     select coalesce(sum(so_far.paid), 0)::bigint as paid,
            coalesce(sum(so_far.refunded), 0)::bigint as refunded,
            count(*)::integer as entries,
            coalesce(max(so_far.kept), 0) >= c.total as settled
       from (select e.paid, e.refunded, sum(e.paid - e.refunded) over (order by e.sequence) as kept
               from charge_entry e
              where e.tenant_id = c.tenant_id and e.charge_id = c.id) so_far
 ) money;
