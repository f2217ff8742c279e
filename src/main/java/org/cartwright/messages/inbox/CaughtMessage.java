package org.cartwright.messages.inbox;

import java.time.Instant;
import org.cartwright.messages.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A message in the inbox.
 *
 * @param attachment what the file is called that came with it, if one did
 */
record CaughtMessage(
    String id,
    String tenant,
    Channel channel,
    String to,
    @Nullable String subject,
    String text,
    @Nullable String html,
    @Nullable String link,
    @Nullable String attachment,
    Instant sentDate) {}
