package org.cartwright.messages;

import java.time.Instant;

/**
 * A message was handed over to the mail server or SMS service, or caught by the inbox. Announced
 * within the transaction that stores it, in the tenant's scope.
 *
 * @param about what the message was about, as it was posted
 */
public record MessageDelivered(
    String messageId, String about, Channel channel, Occasion occasion, Instant moment) {}
