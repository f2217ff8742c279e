-- The tag of a document that was answered to a request with a key of its own: it is given again with the document.

alter table idempotency
    add column etag text,
    add constraint idempotency_tagged_answered check (etag is null or body is not null);

grant update (etag) on idempotency to ${serving_role};
