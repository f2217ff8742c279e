package org.cartwright.console.sessions;

import java.time.Instant;

/** A session of somebody that is not over, as they see it among others of theirs. */
public record OpenSession(String id, Instant begun, Instant seen) {}
