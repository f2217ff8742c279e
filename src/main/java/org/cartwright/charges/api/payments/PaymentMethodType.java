package org.cartwright.charges.api.payments;

/** What kind of payment method a patient has on file, in products beside this one. */
public enum PaymentMethodType {
  CARD,
  ACH,
  APPLE_PAY
}
