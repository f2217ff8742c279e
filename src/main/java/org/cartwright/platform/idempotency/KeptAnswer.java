package org.cartwright.platform.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * What a request was answered the first time.
 *
 * @param contentType absent where there was nothing to say of what type it is
 * @param etag the tag of the document it is, if it is one
 * @param body every byte of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record KeptAnswer(int status, @Nullable String contentType, @Nullable String etag, byte[] body) {}
