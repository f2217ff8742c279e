-- What is sold in a market is in the market's currency. The database sees to both: that there is such a market, and that
-- its currency stays what it is.
alter table cart
    add constraint cart_market foreign key (tenant_id, market_id, currency) references market (tenant_id, id, currency);
alter table quote
    add constraint quote_market foreign key (tenant_id, market_id, currency) references market (tenant_id, id, currency);
