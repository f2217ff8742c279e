-- Which quotes were answered lately, and when, whatever became of them since.
create index quote_by_answer on quote (tenant_id, responded_date, id) where responded_date is not null;
