package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A credit as it is granted. */
public final class CreditBody extends Body<CreditBody> {

  CreditBody(Map<String, @Nullable Object> members) {
    super(members, CreditBody::new);
  }

  /** In cents. */
  public CreditBody remaining(long amountRemaining) {
    return with("amountRemaining", amountRemaining);
  }

  public CreditBody comment(String comment) {
    return with("comment", comment);
  }

  /** A day or a moment. */
  public CreditBody expiring(Object expiryDate) {
    return with("expiryDate", expiryDate);
  }

  public CreditBody externalId(String externalId) {
    return with("externalId", externalId);
  }
}
