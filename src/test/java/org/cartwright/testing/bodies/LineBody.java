package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a cart as it is sent. */
public final class LineBody extends Body<LineBody> {

  LineBody(Map<String, @Nullable Object> members) {
    super(members, LineBody::new);
  }

  public LineBody quantity(long quantity) {
    return with("quantity", quantity);
  }

  public LineBody quantity(String quantity) {
    return number("quantity", quantity);
  }

  /** In cents. */
  public LineBody unitPrice(long unitPrice) {
    return with("unitPrice", unitPrice);
  }

  /** In cents. */
  public LineBody discountAmount(long discountAmount) {
    return with("discountAmount", discountAmount);
  }

  public LineBody discountPercentage(long discountPercentage) {
    return with("discountPercentage", discountPercentage);
  }

  public LineBody discountPercentage(String discountPercentage) {
    return number("discountPercentage", discountPercentage);
  }

  public LineBody notes(String notes) {
    return with("notes", notes);
  }
}
