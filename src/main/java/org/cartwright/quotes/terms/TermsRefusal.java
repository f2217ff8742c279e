package org.cartwright.quotes.terms;

import org.cartwright.platform.errors.Conflict;

/** 409: what a clinic's present terms forbid. */
public final class TermsRefusal extends Conflict {

  private final boolean isOfName;

  private TermsRefusal(String sentence, boolean isOfName) {
    super(sentence);
    this.isOfName = isOfName;
  }

  /** Whether it is the name that is not free. */
  public boolean isOfName() {
    return isOfName;
  }

  static TermsRefusal nameTaken() {
    return new TermsRefusal("Other terms have this name; choose another.", true);
  }

  static TermsRefusal tooMany(int most) {
    return new TermsRefusal(
        "There are %d terms already; change or delete some of them.".formatted(most), false);
  }
}
