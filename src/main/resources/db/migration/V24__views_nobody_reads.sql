-- Documents are put together from typed rows in Java. These views composed them as JSON, and nothing reads them any more.
drop view quote_document;
drop view cart_document;
drop view quote_summary;
drop view provider_document;
drop view provider_tiny;
drop view patient_credit_document;
drop view patient_available_credit_document;
drop view patient_chart_document;
drop view package_document;
drop view item_document;
drop view tax_document;
