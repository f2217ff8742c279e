package org.cartwright.quotes.state;

import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.pricing.Pricing;

/** 409: what a quote in its present state will not do, and what to do instead. */
public final class QuoteRefusal extends Conflict {

  private QuoteRefusal(String reason, String sentence, Object... values) {
    super("quote." + reason, sentence, values);
  }

  public static QuoteRefusal notEditable(QuoteStatus status) {
    return new QuoteRefusal(
        "notEditable",
        "The quote is " + status + " and cannot be changed; " + insteadOfEditing(status),
        status);
  }

  public static QuoteRefusal waitsToBeSent() {
    return new QuoteRefusal(
        "waitsToBeSent", "The quote waits to be sent and cannot be changed; withdraw it first.");
  }

  public static QuoteRefusal notSetByHand(QuoteStatus status) {
    return new QuoteRefusal(
        "notSetByHand",
        "The quote is "
            + status
            + ", and a status is not set by hand; it follows from sending, withdrawing, answering and converting.",
        status);
  }

  public static QuoteRefusal notSendable(QuoteStatus status) {
    return new QuoteRefusal(
        "notSendable",
        "The quote is " + status + " and cannot be sent; " + insteadOfSending(status),
        status);
  }

  public static QuoteRefusal empty() {
    return new QuoteRefusal(
        "empty", "There is nothing in the quote to be sent; add something first.");
  }

  public static QuoteRefusal feeIsFixed() {
    return new QuoteRefusal(
        "feeIsFixed",
        "The fee follows from how the order is fulfilled and is not changed as a line; choose another service for the draft order and quote it again.");
  }

  public static QuoteRefusal notSoldInItsMarket() {
    return new QuoteRefusal(
        "notSoldInItsMarket",
        "Something in the quote has no price in its market any more; take it off or name its price, or revise the quote at the same prices.");
  }

  public static QuoteRefusal isOfDraftOrder() {
    return new QuoteRefusal(
        "isOfDraftOrder",
        "The quote is of a draft order, which becomes a charge by being placed; place the draft.");
  }

  public static QuoteRefusal cartChangedHands() {
    return new QuoteRefusal(
        "cartChangedHands", "The cart is another patient's by now; make a new quote of it.");
  }

  public static QuoteRefusal draftOrderWithoutCustomer() {
    return new QuoteRefusal(
        "draftOrderWithoutCustomer",
        "The draft order has no customer any more; name the customer again.");
  }

  public static QuoteRefusal draftOrderSoldOtherwise() {
    return new QuoteRefusal(
        "draftOrderSoldOtherwise",
        "The draft order is sold in another market, to another address, with another exemption or for another fee by now; make a new quote of it.");
  }

  public static QuoteRefusal patientIsArchived() {
    return new QuoteRefusal(
        "patientIsArchived", "The quote's patient is archived; restore the patient first.");
  }

  public static QuoteRefusal notWithdrawable(QuoteStatus status) {
    return new QuoteRefusal(
        "notWithdrawable",
        "The quote is "
            + status
            + " and cannot be withdrawn; only one that is with the patient or waits to be sent can.",
        status);
  }

  public static QuoteRefusal notAnswerable(QuoteStatus status) {
    return new QuoteRefusal(
        "notAnswerable",
        "The quote is " + status + " and cannot be answered; " + insteadOfAnswering(status),
        status);
  }

  public static QuoteRefusal notWhatWasShown() {
    return new QuoteRefusal(
        "notWhatWasShown", "The quote is not what was shown; look at it again.");
  }

  public static QuoteRefusal notConvertible(QuoteStatus status) {
    return new QuoteRefusal(
        "notConvertible",
        "The quote is "
            + status
            + " and cannot become a charge; only one that the patient accepted can.",
        status);
  }

  public static QuoteRefusal convertedAlready(String chargeId) {
    return new QuoteRefusal(
        "convertedAlready",
        "The quote was converted already; its charge is " + chargeId + ".",
        chargeId);
  }

  public static QuoteRefusal notRevisable(QuoteStatus status) {
    return new QuoteRefusal(
        "notRevisable",
        "The quote is " + status + " and cannot be revised; " + insteadOfRevising(status),
        status);
  }

  public static QuoteRefusal anotherVersionIsOpen(String otherId) {
    return new QuoteRefusal(
        "anotherVersionIsOpen",
        "Another version of the quote, "
            + otherId
            + ", is with the patient, waits to be sent or was accepted; go on with that one.",
        otherId);
  }

  public static QuoteRefusal notReplaceable(QuoteStatus status) {
    return new QuoteRefusal(
        "notReplaceable",
        "The quote that this one revises is " + status + " meanwhile; convert that one.",
        status);
  }

  public static QuoteRefusal noSuchMove(QuoteStatus from, QuoteStatus to) {
    return new QuoteRefusal(
        "noSuchMove", "A quote that is " + from + " cannot become " + to + ".", from, to);
  }

  public static QuoteRefusal full() {
    return new QuoteRefusal(
        "full",
        "The quote already has " + Pricing.MAX_LINES + " lines, the most there can be.",
        Pricing.MAX_LINES);
  }

  public static QuoteRefusal severalLinesHaveIt() {
    return new QuoteRefusal(
        "severalLinesHaveIt",
        "Several lines of the quote sell this; name the line by its own id, which the quote's lines tell.");
  }

  private static String insteadOfEditing(QuoteStatus status) {
    return switch (status) {
      case DRAFT -> "try again.";
      case SENT, VIEWED -> "withdraw or revise it.";
      case DECLINED, EXPIRED -> "revise it.";
      case ACCEPTED -> "convert it.";
      case CONVERTED -> "its charge is what counts now.";
    };
  }

  private static String insteadOfSending(QuoteStatus status) {
    return switch (status) {
      case DRAFT, SENT, VIEWED -> "try again.";
      case DECLINED, EXPIRED -> "revise it and send the revision.";
      case ACCEPTED -> "convert it.";
      case CONVERTED -> "its charge is what counts now.";
    };
  }

  private static String insteadOfAnswering(QuoteStatus status) {
    return switch (status) {
      case DRAFT -> "send it first.";
      case SENT, VIEWED -> "try again.";
      case ACCEPTED, DECLINED, CONVERTED -> "an answer is final.";
      case EXPIRED -> "revise it and send the revision.";
    };
  }

  private static String insteadOfRevising(QuoteStatus status) {
    return switch (status) {
      case DRAFT -> "it can be changed as it is.";
      case ACCEPTED -> "convert it.";
      case CONVERTED -> "its charge is what counts now.";
      case SENT, VIEWED, DECLINED, EXPIRED -> "try again.";
    };
  }
}
