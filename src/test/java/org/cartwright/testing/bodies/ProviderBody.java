package org.cartwright.testing.bodies;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody who is invited to work at the clinic. */
public final class ProviderBody extends Body<ProviderBody> {

  ProviderBody(Map<String, @Nullable Object> members) {
    super(members, ProviderBody::new);
  }

  public ProviderBody email(String email) {
    return with("email", email);
  }

  public ProviderBody roles(String... roles) {
    return with("roles", roles);
  }
}
