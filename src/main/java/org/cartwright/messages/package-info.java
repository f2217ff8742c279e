/**
 * Messages: e-mail and SMS leaving the house.
 *
 * <p>Another module posts a {@link org.cartwright.messages.Message} to the {@link
 * org.cartwright.messages.Outbox} within its own transaction. The message is worded then and there,
 * from the clinic's template, and stored; it leaves after the commit. What became of it is
 * announced by {@link org.cartwright.messages.MessageDelivered} and {@link
 * org.cartwright.messages.MessageFailed}, inside the transaction that stores it. From that moment
 * recipient and content, which may hold a secret link, are no longer kept.
 *
 * <p>A message that could not be handed over is tried again with growing pauses for about a day. It
 * is handed over once: the attempt is noted with the row locked before anything is sent, so no two
 * instances send the same message, and if the other side took the message but its answer never
 * came, the message counts as failed and is not sent again. One case is left: an instance that is
 * killed between handing over and noting so. Whether the message left is known to nobody then, and
 * since a quote that never arrives is worse than one that arrives twice, the attempt is repeated,
 * an e-mail under the same {@code Message-ID}, by which servers and readers recognise the
 * repetition.
 *
 * <p>Owns the tables {@code message}, {@code message_template} and {@code caught_message}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Messages",
    allowedDependencies = {"platform", "tenancy"})
package org.cartwright.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
