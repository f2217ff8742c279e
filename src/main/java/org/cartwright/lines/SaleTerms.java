package org.cartwright.lines;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.pricing.taxes.TaxPlace;
import org.jspecify.annotations.Nullable;

/**
 * On which terms a market sells what is on a cart or quote, as they are stored with it; one without
 * a market has none. All that pricing has to know of a draft order is here, so that a line changes
 * without asking for anything else.
 *
 * @param marketId which market: its prices, tiers and taxes
 * @param taxMode whether its prices are without taxes or have them inside
 * @param country the country's code of the address that decides which taxes apply; absent with the
 *     region and the postal code as long as there is no address
 * @param taxExempt whether the customer pays no taxes
 * @param couponCode the coupon as it was entered, whether or not it applies
 */
@Embeddable
public record SaleTerms(
    String marketId,
    @Enumerated(EnumType.STRING) TaxMode taxMode,
    @Nullable String country,
    @Nullable String region,
    @Nullable String postalCode,
    boolean taxExempt,
    @Nullable String couponCode) {

  /** In a market, without an address, a coupon or an exemption. */
  public static SaleTerms in(String marketId, TaxMode taxMode) {
    return new SaleTerms(marketId, taxMode, null, null, null, false, null);
  }

  /** The same with another coupon, or with none. */
  public SaleTerms under(@Nullable String otherCode) {
    return new SaleTerms(marketId, taxMode, country, region, postalCode, taxExempt, otherCode);
  }

  /** The same with another address that decides which taxes apply. */
  SaleTerms at(TaxPlace place) {
    return new SaleTerms(
        marketId,
        taxMode,
        place.country(),
        place.region(),
        place.postalCode(),
        taxExempt,
        couponCode);
  }

  /**
   * The same for somebody else, of whom no address and no exemption is known; the coupon is asked
   * again, and to them.
   */
  public SaleTerms toAnother() {
    return in(marketId, taxMode).under(couponCode);
  }

  /** Whether the document is one without taxes whose prices would have them inside. */
  boolean areNetOfTaxes() {
    return taxExempt && taxMode == TaxMode.INCLUSIVE;
  }

  /** Whether the document's prices have the taxes inside. */
  boolean haveTaxesInside() {
    return taxMode == TaxMode.INCLUSIVE && !taxExempt;
  }

  /** The address that decides which taxes apply. */
  public TaxPlace place() {
    return TaxPlace.at(country, region, postalCode);
  }
}
