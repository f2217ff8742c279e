package org.cartwright.carts;

import org.cartwright.platform.errors.Conflict;
import org.cartwright.pricing.Pricing;

/** 409: what a cart in its present state will not do, and what to do instead. */
final class CartRefusal extends Conflict {

  private CartRefusal(String sentence) {
    super(sentence);
  }

  static CartRefusal notEditable(CartStatus status) {
    return new CartRefusal("The cart is " + status + " and cannot be changed; " + instead(status));
  }

  static CartRefusal noSuchMove(CartStatus from, CartStatus to) {
    return new CartRefusal(
        "A cart that is " + from + " cannot be made " + to + "; " + instead(from));
  }

  static CartRefusal cannotBeDeleted(CartStatus status) {
    return new CartRefusal(
        "The cart is " + status + " and cannot be deleted; its charge refers to it.");
  }

  static CartRefusal convertedAlready(String chargeId) {
    return new CartRefusal("The cart was converted already; its charge is " + chargeId + ".");
  }

  static CartRefusal empty() {
    return new CartRefusal("There is nothing on the cart to be charged; add something first.");
  }

  static CartRefusal full() {
    return new CartRefusal(
        "The cart already has "
            + Pricing.MAX_LINES
            + " lines, the most there can be; start another cart.");
  }

  static CartRefusal patientIsArchived() {
    return new CartRefusal(
        "The cart's patient is archived; name another patient for the duplicate.");
  }

  private static String instead(CartStatus status) {
    return switch (status) {
      case DRAFT -> "send status ABANDONED, or none.";
      case ABANDONED -> "reopen it by sending it whole with status DRAFT.";
      case ACCEPTED -> "convert it, or duplicate it to change it.";
      case REJECTED, CONVERTED, EXPIRED -> "duplicate it and change the copy.";
    };
  }
}
