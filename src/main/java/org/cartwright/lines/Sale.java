package org.cartwright.lines;

import java.util.Currency;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;

/**
 * To whom something is sold, and on which terms: what a cart or quote says of it beside its lines.
 *
 * @param currency what all amounts are in
 * @param patientId who buys; in a market, perhaps nobody is known yet
 * @param patientLocation where the patient is at home, which decides which taxes apply without a
 *     market
 * @param terms those of the market; absent without one
 */
public record Sale(
    Currency currency,
    @Nullable String patientId,
    @Nullable String patientLocation,
    @Nullable SaleTerms terms) {

  /**
   * The same to somebody, whose address and exemption are not known unless it was theirs before.
   */
  public Sale to(String patient, @Nullable String location) {
    return new Sale(
        currency,
        patient,
        location,
        terms == null || patient.equals(patientId) ? terms : terms.toAnother());
  }

  /** The same on other terms. */
  public Sale on(SaleTerms next) {
    return new Sale(currency, patientId, patientLocation, next);
  }

  /** The same with another address that decides which taxes of its market apply, if in one. */
  public Sale at(TaxPlace place) {
    return terms == null ? this : on(terms.at(place));
  }

  /** In which market, if in one. */
  public @Nullable String marketId() {
    return terms == null ? null : terms.marketId();
  }

  /** Whether the prices on the document have the taxes inside, or are without them. */
  public TaxMode taxMode() {
    return terms != null && terms.haveTaxesInside() ? TaxMode.INCLUSIVE : TaxMode.EXCLUSIVE;
  }

  /** Whether its prices are what is left of those with the taxes inside, without these. */
  boolean isNetOfTaxes() {
    return terms != null && terms.areNetOfTaxes();
  }

  TaxPlace place() {
    return terms == null ? TaxPlace.of(patientLocation) : terms.place();
  }

  boolean isTaxed() {
    return terms == null || !terms.taxExempt();
  }
}
