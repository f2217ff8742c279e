package org.cartwright.charges.bill;

import java.util.regex.Pattern;

/**
 * What a bill was made of. There is at most one charge for each.
 *
 * @param kind what it is, in the word of whoever makes bills of such, as in CART; 1 to 16 capitals
 * @param id which one
 */
public record BillSource(String kind, String id) {

  private static final Pattern KIND = Pattern.compile("[A-Z]{1,16}");

  public BillSource {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("not the kind of something that is billed: " + kind);
    }
  }
}
