-- Until when stock is held for a draft order; what is held is told by its reservations. From that moment on it is as if it
-- were null. Only of what is still a draft, or was accepted.
alter table cart
    add column reserved_until timestamptz,
    add constraint cart_is_reserved_in_a_market check (
        reserved_until is null
        or (market_id is not null and archived_date is null and status in ('DRAFT', 'ACCEPTED')));
