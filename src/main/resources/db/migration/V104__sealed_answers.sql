-- Answers with a secret in them, to requests that carried a key of their own: locked, so that whoever only reads the database,
-- or a copy of it, does not learn what the service signs with.
--
-- The release before this one finds no body in such a row, and refuses the request as another one: nothing is done twice.

alter table idempotency
    add column sealed bytea,
    drop constraint idempotency_answered_whole,
    add constraint idempotency_answered_whole
        check (num_nonnulls(body, sealed) = case when status is null then 0 else 1 end);

grant update (sealed) on idempotency to ${serving_role};
