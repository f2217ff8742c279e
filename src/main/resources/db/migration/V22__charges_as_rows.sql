-- Charges, receipts and timelines are read as rows and put together in the service.
drop view receipt_document;
drop view charge_timeline;
drop view charge_document;
drop view charge_summary;
drop view charge_head;
drop view charge_item_document;
drop view charge_item_summary;
drop view payment_document;
