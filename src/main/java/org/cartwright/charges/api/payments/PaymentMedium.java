package org.cartwright.charges.api.payments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a payment was made with. All but {@link #PATIENT_CREDIT} are settled outside of this
 * service, at the desk or by somebody else; it only keeps that they were.
 */
public enum PaymentMedium {
  CASH,
  CHECK,
  /** A card, taken on the clinic's own terminal. */
  EXTERNAL_CARD,
  GIFT_CARD,
  BANK_TRANSFER,
  WIRE,
  ZELLE,
  VENMO,
  INSURANCE,
  CARE_CREDIT,
  CHERRY,
  PATIENT_FI,
  AFFIRM,
  ALLE,
  ASPIRE,
  OTHER,
  /** The patient's own credit with the clinic; taken here. */
  PATIENT_CREDIT;

  /** The names of what is settled outside, for people. */
  public static final String SETTLED_OUTSIDE =
      Arrays.stream(values())
          .filter(PaymentMedium::isSettledOutside)
          .map(PaymentMedium::name)
          .collect(Collectors.joining(", "));

  /** The medium of this name, in any case, if it is settled outside. */
  public static Optional<PaymentMedium> settledOutside(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            medium ->
                medium.isSettledOutside() && medium.name().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst();
  }

  private boolean isSettledOutside() {
    return this != PATIENT_CREDIT;
  }
}
