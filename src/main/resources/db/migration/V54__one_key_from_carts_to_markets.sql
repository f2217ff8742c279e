-- What is sold in a market refers to it once: cart_market says the same.
alter table cart drop constraint cart_tenant_id_market_id_currency_fkey;
