package org.cartwright.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a movement beside items and changes.
 *
 * @param reference of what it is about, such as an order
 * @param takingId what the stock was taken for, if it goes or comes back by itself
 */
public record Movement(
    MovementKind kind,
    @Nullable String reason,
    @Nullable String reference,
    @Nullable String takingId,
    Instant moment) {}
