package org.cartwright.quotes.delivery;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.pricing.amounts.Cents;
import org.jspecify.annotations.Nullable;

/**
 * What those who write about a quote have to know of it.
 *
 * @param creatorId which provider made it, if one did
 * @param currency what the total is in
 * @param validUntil when its validity ends, if it does
 * @param answerMessage what the patient said to it, if anything
 * @param requiresVerification whether the patient has to prove who they are to see it
 */
public record QuoteFacts(
    String id,
    String patientId,
    @Nullable String creatorId,
    @Nullable String title,
    Currency currency,
    Cents total,
    @Nullable Instant validUntil,
    @Nullable String answerMessage,
    boolean requiresVerification) {}
