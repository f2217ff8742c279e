package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A quote as it is sent. */
public final class QuoteBody extends Body<QuoteBody> {

  QuoteBody(Map<String, @Nullable Object> members) {
    super(members, QuoteBody::new);
  }

  public QuoteBody of(String patientId) {
    return with("patientId", patientId);
  }

  public QuoteBody by(String creatorId) {
    return with("creatorId", creatorId);
  }

  public QuoteBody title(String title) {
    return with("title", title);
  }

  public QuoteBody terms(String terms) {
    return with("terms", terms);
  }

  public QuoteBody validUntil(Object validUntilDate) {
    return with("validUntilDate", validUntilDate);
  }
}
