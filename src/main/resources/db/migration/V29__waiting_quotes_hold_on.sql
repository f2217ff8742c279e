-- A quote that waits to be sent in another one's place holds the cart from the moment that one runs out, as it does from
-- the moment that one is withdrawn: until it is sent, withdrawn or expired itself.

-- The quote of a cart that waits to be sent, the next one to be sent if there are several.
create function cart_waiting_quote(tenant text, cart text, moment timestamptz)
    returns table (id text, valid_until timestamptz)
    language sql stable parallel safe
begin atomic
    select q.id, q.valid_until_date from quote q
    where q.tenant_id = tenant and q.cart_id = cart and q.status = 'DRAFT' and q.scheduled_date is not null
      and (q.valid_until_date is null or q.valid_until_date > moment)
    order by q.scheduled_date, q.id limit 1;
end;
grant execute on function cart_waiting_quote to ${serving_role};

-- What else there is of a cart's quotes when the one that holds it has ended: WAITING if another waits to be sent, DRAFT
-- if another was being prepared when that one ended.
create function cart_other_quote(tenant text, cart text, ended timestamptz, moment timestamptz) returns text
    language sql stable parallel safe
    return (
        select max(case when q.scheduled_date is not null
                             and (q.valid_until_date is null or q.valid_until_date > moment) then 'WAITING'
                        when q.valid_until_date is null or q.valid_until_date > ended then 'DRAFT' end collate "C")
        from quote q
        where q.tenant_id = tenant and q.cart_id = cart and q.status = 'DRAFT');
grant execute on function cart_other_quote to ${serving_role};

-- The status a cart has at a moment: overdue is overdue at once, whether or not it has been stored yet. While a quote
-- holds the cart, the quote's validity decides; when that ends, the next one that waits holds it, and without one the
-- cart goes with its quote unless another is being prepared. It asks for the other quote in one place, so that it is put
-- into the statements that call it and looks for that only where a hold has ended.
create function cart_status_at(status text, expires_date timestamptz, quote_id text, quote_valid_until timestamptz,
                               other_quote text, moment timestamptz) returns text
    language sql immutable parallel safe
    return case
        when status not in ('DRAFT', 'ABANDONED', 'ACCEPTED') then status
        when quote_id is not null and (quote_valid_until is null or quote_valid_until > moment) then status
        when quote_id is not null then
            case when status = 'DRAFT' then
                     case other_quote
                         when 'WAITING' then status
                         when 'DRAFT' then case when expires_date <= moment then 'EXPIRED' else status end
                         else 'EXPIRED'
                     end
                 else 'EXPIRED'
            end
        when expires_date <= moment then 'EXPIRED'
        else status
    end;
grant execute on function cart_status_at(text, timestamptz, text, timestamptz, text, timestamptz) to ${serving_role};

drop function cart_status_at(text, timestamptz, text, timestamptz, boolean, timestamptz);
drop function cart_has_draft_quote;
