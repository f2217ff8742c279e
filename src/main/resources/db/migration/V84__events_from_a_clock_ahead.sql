-- What is due later than anything ever is was noted by a clock that went ahead and was set right since: it is due now. No event
-- waits longer than six hours for another attempt.

-- Whether a clinic has something to tell to one of its webhooks; looks as those functions do that tell of other due work.
create or replace function webhook_is_due(tenant text, moment timestamptz) returns boolean
    language plpgsql
as $body$
declare
    before text := coalesce(current_setting('cartwright.tenant', true), '');
    is_due boolean;
begin
    perform set_config('cartwright.tenant', tenant, true);
    perform from webhook w
      where w.tenant_id = tenant and w.archived_date is null and w.disabled_date is null
        and (exists (select from webhook_delivery d
                      where d.tenant_id = tenant and d.webhook_id = w.id and d.due_date <= moment)
          or exists (select from webhook_delivery d
                      where d.tenant_id = tenant and d.webhook_id = w.id and d.due_date > moment + interval '7 hours'));
    is_due := found;
    perform set_config('cartwright.tenant', before, true);
    return is_due;
end
$body$;
