-- Whoever made a quote is told when it could not be sent at its time.
alter table message
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT'));

-- A quote that waits to be sent holds its cart, as one that was sent does; so do those that wait already. The owner sees
-- no row of any tenant while row-level security is forced upon it.
alter table quote no force row level security;
alter table cart no force row level security;
update cart c
   set quote_id = w.id, quote_valid_until = w.valid_until_date, version = c.version + 1
  from (select distinct on (q.tenant_id, q.cart_id) q.tenant_id, q.cart_id, q.patient_id, q.id, q.valid_until_date
          from quote q
         where q.status = 'DRAFT' and q.scheduled_date is not null
           and (q.valid_until_date is null or q.valid_until_date > now())
         order by q.tenant_id, q.cart_id, q.scheduled_date, q.id) w
 where c.tenant_id = w.tenant_id and c.id = w.cart_id and c.patient_id = w.patient_id
   and c.status = 'DRAFT' and c.quote_id is null and c.archived_date is null
   and (c.expires_date is null or c.expires_date > now());
alter table quote force row level security;
alter table cart force row level security;
