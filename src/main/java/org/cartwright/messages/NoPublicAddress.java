package org.cartwright.messages;

/** Links in messages would lead nowhere. */
final class NoPublicAddress extends RuntimeException {

  private NoPublicAddress(String sentence) {
    super(sentence);
  }

  static NoPublicAddress isMissing() {
    return new NoPublicAddress(
        "A mail server or an SMS service is configured, but not cartwright.public-url: links in messages would lead to localhost.");
  }

  static NoPublicAddress isNone() {
    return new NoPublicAddress(
        "cartwright.public-url is not the scheme and host under which patients reach this service; a host has letters, digits, dots and hyphens.");
  }
}
