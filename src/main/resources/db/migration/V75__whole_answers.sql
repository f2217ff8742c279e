-- Answers to requests that carried a key of their own, of any operation: the status, the type and every byte of them.
--
-- The release before this one reads and writes answer alone, and goes on to: its rows have no status, ours no answer. To
-- it the request of one of our rows is another one, which it refuses; so while both run side by side, nothing is done twice.

alter table idempotency
    add column status       smallint check (status between 100 and 599),
    add column content_type text,
    add column body         bytea,
    add constraint idempotency_answered_once
        check (answer is null or (status is null and content_type is null and body is null)),
    add constraint idempotency_answered_whole check ((status is null) = (body is null));

grant update (status, content_type, body) on idempotency to ${serving_role};
