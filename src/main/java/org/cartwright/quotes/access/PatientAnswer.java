package org.cartwright.quotes.access;

import org.cartwright.quotes.delivery.LinkVisit;
import org.jspecify.annotations.Nullable;

/**
 * A patient's answer as it was given.
 *
 * @param shown the SHA-256, in hex, of the content that was on the page; absent if the answer came
 *     another way
 * @param networkAddress where it came from
 * @param language in which the page was; absent if that is not known
 */
public record PatientAnswer(
    boolean accepts,
    @Nullable String message,
    @Nullable String shown,
    LinkVisit.Challenge verification,
    @Nullable String networkAddress,
    @Nullable String userAgent,
    @Nullable String language) {}
