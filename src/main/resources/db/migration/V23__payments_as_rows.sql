-- A payment and a refund are answered by what was written down.
drop view payment_summary;
drop view refund_document;
