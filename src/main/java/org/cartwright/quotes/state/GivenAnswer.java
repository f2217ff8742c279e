package org.cartwright.quotes.state;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.cartwright.carts.api.QuoteStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the patient answered, once and for all.
 *
 * @param answer {@code ACCEPTED} or {@code DECLINED}
 */
@Embeddable
public record GivenAnswer(
    @Enumerated(EnumType.STRING) QuoteStatus answer,
    @Nullable String answerMessage,
    @Nullable String preferredPaymentMethodId,
    Instant respondedDate) {}
