/**
 * Carts: what the front desk gathers for a patient, priced to the cent.
 *
 * <p>A cart is {@code DRAFT} while it is being built, and only then can anything in it change. It
 * becomes {@code ABANDONED} when nobody touched it for the tenant's inactivity period, {@code
 * EXPIRED} when its expiry passes; an abandoned one can be reopened. Converted, it hands {@link
 * org.cartwright.charges.Charges} its bill, with the figures it was last priced with. {@link
 * org.cartwright.carts.api.CartStatus} holds the whole table of moves.
 *
 * <p>Every write locks the cart's row first, reads the lines inside the lock, lets {@link
 * org.cartwright.carts.Cart} decide, and stores the lines that changed in one batch, however many
 * there are. All of that goes through one book, {@link org.cartwright.carts.CartBook}, which also
 * announces each {@link org.cartwright.carts.CartEvent}; what time does to many carts at once is
 * written by {@link org.cartwright.carts.LapsedCarts} and announced in the same way. Reads bring
 * typed rows, assembled by {@link org.cartwright.carts.reading.CartReader}. What a cart refuses as
 * it stands is found in {@link org.cartwright.carts.state.CartState}, and what it refuses of its
 * lines in {@link org.cartwright.carts.state.CartGoods}.
 *
 * <p>While a quote is with the patient or waits to be sent it holds its cart, see {@link
 * org.cartwright.carts.state.CartHold}: the cart stays a draft that nobody can edit, and the
 * quote's validity counts instead of the cart's own expiry. Quotes deal with carts through {@link
 * org.cartwright.carts.QuotedCarts}; a cart whose quote was accepted leaves its conversion to
 * {@link org.cartwright.carts.quoting.AcceptedQuotes}.
 *
 * <p>A cart that is sold in a market is a draft order. It keeps on which terms the market sells it,
 * {@link org.cartwright.lines.SaleTerms}, so the operations on carts price it as any; draft orders
 * deal with what else there is to it through {@link org.cartwright.carts.DraftCarts}. It is placed
 * instead of converted.
 *
 * <p>Lists walk indexes in their order, {@link org.cartwright.carts.reading.CartIndexScan}, and
 * take their totals from a tally; only what a patient or a search leads to is found and counted,
 * {@link org.cartwright.carts.reading.CartSearch}.
 *
 * <p>Lists of those of a market are walked and tallied in the same way, by market besides, {@link
 * org.cartwright.carts.drafts.DraftCartPages}.
 *
 * <p>Owns the tables {@code cart} and {@code cart_line}, and {@code cart_order}, {@code
 * cart_tally}, {@code draft_cart_order} and {@code draft_cart_tally}, which triggers keep.
 */
@NullMarked
@ApplicationModule(
    displayName = "Carts",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: health",
      "pricing",
      "pricing :: amounts",
      "pricing :: taxes",
      "patients",
      "patients :: api",
      "staff",
      "staff :: api",
      "catalog",
      "catalog :: markets",
      "charges",
      "charges :: api",
      "charges :: bill",
      "lines",
      "lines :: figures",
      "lines :: stored"
    })
package org.cartwright.carts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
