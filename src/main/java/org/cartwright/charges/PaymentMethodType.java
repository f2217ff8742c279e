package org.cartwright.charges;

/** What kind of payment method a patient has on file, in products beside this one. */
public enum PaymentMethodType {
  CARD,
  ACH,
  APPLE_PAY
}
