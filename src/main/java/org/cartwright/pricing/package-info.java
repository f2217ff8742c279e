/**
 * Pricing: what a cart, a quote, a draft order or a charge costs, to the cent.
 *
 * <p>Everything here is a value or a pure function: no database, no framework, no clock, no state.
 * Money is a whole number of the currency's smallest unit ({@link
 * org.cartwright.pricing.amounts.Cents}); quantities and percentages are exact decimals. Binary
 * fractions ({@code float}, {@code double}) do not occur. Start reading at {@link
 * org.cartwright.pricing.Pricing}.
 *
 * <h2>Bounds</h2>
 *
 * <ul>
 *   <li>a quantity is above 0, at most 1,000,000, with at most 10 decimals;
 *   <li>a unit price is 0 to 10,000,000,000 cents, and 0 is a price;
 *   <li>a flat discount is 0 to 2<sup>53</sup> − 1 cents;
 *   <li>a percentage is 0 to 100, with at most 10 decimals;
 *   <li>every figure computed fits ±(2<sup>53</sup> − 1), the integers any JSON reader keeps
 *       intact; a larger one is refused as {@link org.cartwright.pricing.amounts.FigureTooLarge},
 *       it never wraps and is never approximated.
 * </ul>
 *
 * <p>Too many decimals are refused, never rounded away silently; trailing zeros do not count as
 * decimals.
 *
 * <h2>Rounding</h2>
 *
 * <p>There is one rounding, half up and away from zero, and it happens only where {@code round} is
 * written below.
 *
 * <h2>A line</h2>
 *
 * <pre>
 * gross    G = round(unit price × quantity)
 * discount d = round(G × percentage / 100)   of a percentage
 *            = min(amount asked, G)          of a flat discount, which is per line and not per unit
 *            = 0                             without a discount
 * net      N = G − d
 * </pre>
 *
 * <h2>A document</h2>
 *
 * <pre>
 * subtotal   = Σ N
 * goods    S = Σ N, fees left out
 * discount D = the document's discount on S, as for a line
 * share    A = D shared over the goods by largest remainder, weights N: Σ A = D and 0 ≤ A ≤ N
 * coupon   C = the coupon on Σ (N − A) over the goods it covers, as a discount; 0 below its minimum S
 * share    K = C shared over those by largest remainder, weights N − A: Σ K = C and 0 ≤ K ≤ N − A
 * taxable  T = N − A − K
 * tax        = Σ over the lines, and over the taxes of each, of round(T × rate / 100)
 * total      = subtotal − D − C + tax
 * </pre>
 *
 * <p>A fee ({@link org.cartwright.pricing.LineKind}) is a line like any other to the subtotal and
 * to taxes; neither the document's discount nor a coupon acts on it.
 *
 * <p>Prices with taxes inside ({@link org.cartwright.pricing.taxes.TaxMode#INCLUSIVE}):
 *
 * <pre>
 * tax of T   = T − round(T / (1 + Σ rates / 100)), shared over the taxes by largest remainder,
 *              weights their rates
 * total      = subtotal − D − C
 * </pre>
 *
 * <p>Who is exempt from taxes pays none; where prices have them inside, the prices are then without
 * them, {@code round(price / (1 + Σ rates / 100))} of the rates that would have applied ({@link
 * org.cartwright.pricing.taxes.TaxBasis#netOf}), and the document is one without taxes.
 *
 * <p>Taxes do not compound. Because every line is rounded by itself and everything else is a sum,
 * the lines of a document always add up to its totals. How cents that do not divide evenly are
 * shared is said at {@link org.cartwright.pricing.amounts.LargestRemainder}.
 *
 * <h2>Which price</h2>
 *
 * <p>The price that somebody named; else that of the highest quantity tier which the summed
 * quantity of the item reaches, a price of its own or {@code round(price × (100 − p) / 100)}
 * ({@link org.cartwright.pricing.Tier}); else the item's.
 *
 * <h2>One discount per level</h2>
 *
 * <p>A line has one discount and so has a document: none, a flat amount, or a percentage. What is
 * remembered is what was asked for; what is shown is what it amounts to. A flat discount above its
 * base is therefore applied only up to the base, and more of it applies when the base grows. {@link
 * org.cartwright.pricing.DiscountRequest} decides what a request makes of the discount already
 * there, such that sending back what was served changes nothing.
 *
 * <h2>Which taxes</h2>
 *
 * <p>A tax applies to an item when its scope covers the item, the item is not exempted from it, and
 * it is levied where it is sold to: where the patient is at home, or in the region and at the
 * postal code of the address ({@link org.cartwright.pricing.taxes.TaxArea}). A package is taxed
 * through what it contains: its T is shared over its parts by largest remainder, weights part price
 * × quantity (or equal weights if all are 0), and each share is taxed as that part's item. A
 * package without parts is taxed by the taxes on everything only ({@link
 * org.cartwright.pricing.taxes.TaxedPackage}).
 *
 * <h2>An example</h2>
 *
 * <p>8.25 % on goods, none on the consultation; 7.5 % off the whole cart:
 *
 * <pre>
 * line                   unit × quantity      G     d      N     A      T   tax
 * filler, 10 % off            1299 × 2.5   3248   325   2923   219   2704   223
 * serum, 500 off              4999 × 1     4999   500   4499   338   4161   343
 * consultation                3333 × 3     9999     0   9999   750   9249     0
 *                                                    S 17421 D 1307         566
 * total = 17421 − 1307 + 566 = 16680
 * </pre>
 *
 * <p>With taxes inside, 15 % and 5 % on mugs and 15 % on the rest; the mugs 12.5 % off, 5 % off the
 * whole, a coupon of 7.00 that covers mugs only, and a fee:
 *
 * <pre>
 * line               unit × quantity     G     d     N     A     K     T     tax
 * mugs                      2990 × 2  5980   748  5232   262   700  4270   534 + 178
 * cushion                   1999 × 1  1999     0  1999   100     0  1899   248
 * express                    500 × 1   500     0   500     0     0   500    65
 *                                              S  7231 D 362 C 700       1025
 * subtotal 7731, total = 7731 − 362 − 700 = 6669
 * </pre>
 */
@NullMarked
@ApplicationModule(
    displayName = "Pricing",
    allowedDependencies = {})
package org.cartwright.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
