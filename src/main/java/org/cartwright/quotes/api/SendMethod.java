package org.cartwright.quotes.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a quote gets to the patient. */
public enum SendMethod {
  EMAIL,
  SMS;

  /** The method a client names, in any case. */
  static Optional<SendMethod> named(String name) {
    return Arrays.stream(values()).filter(m -> m.name().equalsIgnoreCase(name.strip())).findFirst();
  }

  /** As clients write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
