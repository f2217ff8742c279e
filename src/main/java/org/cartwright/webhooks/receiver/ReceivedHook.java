package org.cartwright.webhooks.receiver;

import java.time.Instant;
import java.util.Map;

/**
 * Something that arrived at the receiver for trying out.
 *
 * @param path where, after {@code /dev/hooks}
 * @param headers those that tell id, moment and signatures
 * @param body as it came, byte for byte
 */
record ReceivedHook(Instant receivedDate, String path, Map<String, String> headers, String body) {}
