package org.cartwright.orders.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What can keep a draft from being placed, in the order in which it is told. */
@Schema(description = "What keeps a draft from being placed.")
public enum BlockerCode {
  NO_ITEMS("There is nothing on the draft: add something to be sold."),
  NO_CUSTOMER("Nobody is named as the customer: choose one, or enter a new one."),
  NO_PHONE("There is no phone number: ask the customer for one."),
  NO_FULFILMENT("It is not said how the goods get to the customer: choose a service."),
  SERVICE_WITHDRAWN(
      "The chosen service is not offered any more, or its fee has no price: choose another; once it has one, save the draft again."),
  NO_SHIPPING_ADDRESS("It is not said where the goods go: enter an address."),
  NO_BILLING_ADDRESS("It is not said whom to bill: enter an address."),
  ADDRESS_OUTSIDE_MARKET(
      "An address is in none of the market's countries: change it, or choose another market."),
  NO_PAYMENT_METHOD("It is not said how the customer pays: choose a method."),
  NOT_SOLD_IN_MARKET(
      "This has no price in the market: take it off, or choose another market; once it has one, save the draft again."),
  ITEM_WITHDRAWN("This was withdrawn from sale: take it off."),
  OUT_OF_STOCK("There is not enough of this in stock: order less of it, or take it off."),
  COUPON_DOES_NOT_APPLY("The coupon does not apply: take it off."),
  COUPON_CHANGED(
      "The coupon gives another discount now than the draft says: put it on again, and tell the customer the new total."),
  WITH_THE_CUSTOMER(
      "One of its quotes is with the customer or waits to be sent: withdraw it, or wait for the answer."),
  NOT_A_DRAFT("This is no draft any more.");

  private final String sentence;

  BlockerCode(String sentence) {
    this.sentence = sentence;
  }

  /** The same in words, with what to do about it. */
  public String sentence() {
    return sentence;
  }
}
