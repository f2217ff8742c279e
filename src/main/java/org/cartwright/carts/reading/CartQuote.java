package org.cartwright.carts.reading;

import org.cartwright.carts.api.QuoteSummary;
import org.cartwright.patients.PatientRow;
import org.cartwright.patients.api.PatientSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** A quote of a cart as its row tells it: whole once its patient is. */
@NamedInterface("quotes")
public interface CartQuote {

  String id();

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
