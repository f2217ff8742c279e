package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Anything that has no words of its own. */
public final class AnyBody extends Body<AnyBody> {

  AnyBody(Map<String, @Nullable Object> members) {
    super(members, AnyBody::new);
  }
}
