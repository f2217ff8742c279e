-- What was paid and given back between two moments, summed from the index alone.
create index payment_by_date on payment (tenant_id, created_date) include (currency, amount);
create index refund_by_date on refund (tenant_id, created_date) include (currency, amount);
