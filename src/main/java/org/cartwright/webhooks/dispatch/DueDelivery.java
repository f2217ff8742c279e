package org.cartwright.webhooks.dispatch;

import java.time.Instant;
import java.util.List;

/**
 * An event that somebody is about to send.
 *
 * @param id of the delivery, the same with every attempt
 * @param attempt which attempt this is
 * @param since when the first was due
 * @param isPending whether it is tried again if it fails
 * @param type what happened
 * @param secrets what it is signed with, the newest first
 */
record DueDelivery(
    String id,
    String webhookId,
    int attempt,
    Instant since,
    boolean isPending,
    String type,
    String url,
    List<String> secrets,
    String body) {}
