-- What a market does not sell has no price there, which is another thing than a price of nothing: it is looked up as soon as
-- there is one, and is neither quoted nor ordered before. Orders have no such lines.
alter table cart_line
    drop constraint cart_line_price_source_check,
    add constraint cart_line_price_source_check check (price_source in ('EXPLICIT', 'CATALOG', 'TIER', 'NONE')),
    add constraint cart_line_without_a_price_costs_nothing check (price_source <> 'NONE' or unit_price = 0);
