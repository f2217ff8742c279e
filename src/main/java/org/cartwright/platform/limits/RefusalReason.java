package org.cartwright.platform.limits;

/** Why a request is asked to come again later, and in which words. */
enum RefusalReason {
  ADDRESS("Too many requests came from this address; try again later."),
  INSTANCE("The service is answering as much as it can; try again."),
  RATE("Too many requests a second; try again later."),
  IN_FLIGHT("Too many requests at once; try again.");

  private final String sentence;

  RefusalReason(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
