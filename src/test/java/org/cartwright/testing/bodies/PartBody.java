package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a package as it is sent. */
public final class PartBody extends Body<PartBody> {

  PartBody(Map<String, @Nullable Object> members) {
    super(members, PartBody::new);
  }

  public PartBody id(String id) {
    return with("id", id);
  }

  public PartBody quantity(long quantity) {
    return with("quantity", quantity);
  }

  /** In cents. */
  public PartBody price(long price) {
    return with("price", price);
  }
}
