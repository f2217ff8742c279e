package org.cartwright.tenancy.keys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key, which is all but its secret.
 *
 * @param id the part before the hyphen; it proves nothing
 * @param name what it is for, if it was made under a name
 * @param revokedDate since when nobody can ask with it, if nobody can
 */
public record KnownKey(
    String id, @Nullable String name, Instant createdDate, @Nullable Instant revokedDate) {}
