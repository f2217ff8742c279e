package org.cartwright.quotes.terms;

import org.cartwright.platform.errors.Conflict;

/** 409: what a clinic's present terms forbid. */
public final class TermsRefusal extends Conflict {

  private final boolean isOfName;

  private TermsRefusal(String reason, boolean isOfName, String sentence, Object... values) {
    super("terms." + reason, sentence, values);
    this.isOfName = isOfName;
  }

  /** Whether it is the name that is not free. */
  public boolean isOfName() {
    return isOfName;
  }

  static TermsRefusal nameTaken() {
    return new TermsRefusal("nameTaken", true, "Other terms have this name; choose another.");
  }

  static TermsRefusal tooMany(int most) {
    return new TermsRefusal(
        "tooMany",
        false,
        "There are %d terms already; change or delete some of them.".formatted(most),
        most);
  }
}
