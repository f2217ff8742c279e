-- A draft order that nobody buys yet lies idle as any cart. It stands in no order of carts; what finds it has none of the
-- columns that change with a line.
create index cart_without_customer on cart (tenant_id, created_date, id)
    where patient_id is null and archived_date is null and status = 'DRAFT';

create or replace function cart_is_due(tenant text, inactivity_days integer, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text        := coalesce(current_setting('cartwright.tenant', true), '');
    since  timestamptz := moment - make_interval(hours => 24 * inactivity_days);
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from cart c
      where c.tenant_id = tenant and c.archived_date is null and c.quote_id is null and c.lapse_date <= moment
      order by c.lapse_date limit 1;
    is_due := found;
    if not is_due then
        perform from cart_order o
          where o.tenant_id = tenant and o.status = 'DRAFT' and o.updated_date <= since
            and (select c.quote_id is null from cart c where c.tenant_id = o.tenant_id and c.id = o.id)
          order by o.updated_date limit 1;
        is_due := found;
    end if;
    if not is_due then
        perform from cart c
          where c.tenant_id = tenant and c.patient_id is null and c.archived_date is null and c.status = 'DRAFT'
            and c.created_date <= since and c.updated_date <= since
          order by c.created_date limit 1;
        is_due := found or cart_tally_is_long();
    end if;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
