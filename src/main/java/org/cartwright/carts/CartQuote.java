package org.cartwright.carts;

import org.cartwright.patients.PatientRow;
import org.cartwright.patients.PatientSummary;
import org.jspecify.annotations.Nullable;

/** A quote of a cart as its row tells it: whole once its patient is. */
public interface CartQuote {

  /** The cart it was made of. */
  @Nullable String cartId();

  /** For whom it is. */
  PatientRow patient();

  /**
   * The quote in short, as carts serve it.
   *
   * @param itsPatient its patient with everything that is served of one
   */
  QuoteSummary summary(PatientSummary itsPatient);
}
