package org.cartwright.quotes.terms;

import org.cartwright.platform.errors.Conflict;

/** 409: what a clinic's present terms forbid. */
public final class TermsRefusal extends Conflict {

  private TermsRefusal(String sentence) {
    super(sentence);
  }

  static TermsRefusal nameTaken() {
    return new TermsRefusal("Other terms have this name; choose another.");
  }

  static TermsRefusal tooMany(int most) {
    return new TermsRefusal(
        "There are %d terms already; change or delete some of them.".formatted(most));
  }
}
