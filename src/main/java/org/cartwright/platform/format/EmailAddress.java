package org.cartwright.platform.format;

/** An e-mail address as it is written. */
public final class EmailAddress {

  /** Something before and something after one @, without spaces: whether it exists, mail tells. */
  public static final String PATTERN = "^[^@\\s]+@[^@\\s]+$";

  private EmailAddress() {}
}
