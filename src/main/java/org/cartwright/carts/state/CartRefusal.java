package org.cartwright.carts.state;

import java.util.Currency;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.pricing.Pricing;
import org.springframework.modulith.NamedInterface;

/** 409: what a cart in its present state will not do, and what to do instead. */
@NamedInterface("refusals")
public final class CartRefusal extends Conflict {

  private CartRefusal(String reason, String sentence, Object... values) {
    super("cart." + reason, sentence, values);
  }

  public static CartRefusal notEditable(CartStatus status) {
    return new CartRefusal(
        "notEditable",
        "The cart is " + status + " and cannot be changed; " + instead(status),
        status);
  }

  public static CartRefusal acceptedDraftOrder() {
    return new CartRefusal(
        "acceptedDraftOrder",
        "The customer accepted the draft order as it is, and this would change what was accepted; place it, or duplicate it, change the copy and send a new quote.");
  }

  public static CartRefusal noSuchMove(CartStatus from, CartStatus to) {
    return new CartRefusal(
        "noSuchMove",
        "A cart that is " + from + " cannot be made " + to + "; " + instead(from),
        from,
        to);
  }

  public static CartRefusal cannotBeDeleted(CartStatus status) {
    return new CartRefusal(
        "cannotBeDeleted",
        "The cart is " + status + " and cannot be deleted; its charge refers to it.",
        status);
  }

  public static CartRefusal deletedAsDraftOrder() {
    return new CartRefusal(
        "deletedAsDraftOrder",
        "The cart is a draft order; delete it as one, which takes it out of the database.");
  }

  public static CartRefusal held() {
    return new CartRefusal(
        "held",
        "The cart is locked: one of its quotes is with the patient or waits to be sent; withdraw that quote, or wait for the answer.");
  }

  public static CartRefusal deleted() {
    return new CartRefusal("deleted", "The cart was deleted and cannot be quoted; quote another.");
  }

  public static CartRefusal heldAlready() {
    return new CartRefusal(
        "heldAlready",
        "Another quote of the cart is with the patient or waits to be sent; withdraw or revise that one.");
  }

  public static CartRefusal notQuotable(CartStatus status) {
    return new CartRefusal(
        "notQuotable",
        "The cart is " + status + " and cannot be quoted; " + insteadOfQuoting(status),
        status);
  }

  public static CartRefusal cannotBeDeletedWithItsQuote() {
    return new CartRefusal(
        "cannotBeDeletedWithItsQuote",
        "The cart cannot be deleted: one of its quotes is with the patient, waits to be sent or is accepted; withdraw it, or convert it.");
  }

  public static CartRefusal convertedAlready(String chargeId) {
    return new CartRefusal(
        "convertedAlready",
        "The cart was converted already; its charge is " + chargeId + ".",
        chargeId);
  }

  public static CartRefusal empty() {
    return new CartRefusal(
        "empty", "There is nothing on the cart to be charged; add something first.");
  }

  public static CartRefusal isDraftOrder() {
    return new CartRefusal(
        "isDraftOrder", "The cart is a draft order and becomes a charge by being placed.");
  }

  public static CartRefusal customerOfDraftOrder() {
    return new CartRefusal(
        "customerOfDraftOrder",
        "The cart is a draft order; its customer is changed where its contact and addresses are.");
  }

  public static CartRefusal feeIsFixed() {
    return new CartRefusal(
        "feeIsFixed",
        "The fee follows from how the order is fulfilled and is not changed as a line; choose another service.");
  }

  public static CartRefusal notSoldInItsMarket() {
    return new CartRefusal(
        "notSoldInItsMarket",
        "Something on the cart has no price in its market; take it off, or choose another market.");
  }

  public static CartRefusal namedInAnotherCurrency(Currency currency) {
    return new CartRefusal(
        "namedInAnotherCurrency",
        "Prices or discounts on the cart were named in "
            + currency.getCurrencyCode()
            + "; confirm that the same figures are meant in the other currency, or take them off first.",
        currency);
  }

  public static CartRefusal full() {
    return new CartRefusal(
        "full",
        "The cart already has "
            + Pricing.MAX_LINES
            + " lines, the most there can be; start another cart.",
        Pricing.MAX_LINES);
  }

  public static CartRefusal patientIsArchived() {
    return new CartRefusal(
        "patientIsArchived",
        "The cart's patient is archived; name another patient for the duplicate.");
  }

  public static CartRefusal marketIsArchived() {
    return new CartRefusal(
        "marketIsArchived",
        "The draft order's market is archived and takes nothing new; open a draft in another market.");
  }

  private static String instead(CartStatus status) {
    return switch (status) {
      case DRAFT -> "send status ABANDONED, or none.";
      case ABANDONED -> "reopen it by sending it whole with status DRAFT.";
      case ACCEPTED -> "convert it, or duplicate it to change it.";
      case REJECTED, CONVERTED, EXPIRED -> "duplicate it and change the copy.";
    };
  }

  private static String insteadOfQuoting(CartStatus status) {
    return switch (status) {
      case DRAFT -> "try again.";
      case ABANDONED -> "reopen it by sending it whole with status DRAFT.";
      case ACCEPTED -> "its accepted quote is to be converted.";
      case REJECTED ->
          "revise the quote that was declined, or duplicate the cart and quote the copy.";
      case CONVERTED, EXPIRED -> "duplicate it and quote the copy.";
    };
  }
}
