/**
 * Quotes: a cart's lines and figures, copied and offered to the patient, who accepts or declines.
 *
 * <p>A quote is {@code DRAFT} until it is sent; from then on it does not change, and its cart is
 * locked, until the patient answers, the desk withdraws it or its validity ends. Accepted, it hands
 * {@link org.cartwright.charges.Charges} its bill, with exactly the figures the patient saw.
 *
 * <p>Every move goes through {@code QuoteBook}, which locks the cart first, then the quote,
 * re-reads both inside the lock, and announces the move as a {@link
 * org.cartwright.quotes.QuoteEvent}. What a quote refuses as it stands is found in {@link
 * org.cartwright.quotes.state.QuoteState}, and what it refuses of its lines in {@link
 * org.cartwright.quotes.state.QuoteGoods}. The patient's side is {@link
 * org.cartwright.quotes.access.LinkAccess}, which the pages in {@code page} are made of. Owns the
 * tables that begin with {@code quote}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Quotes",
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
      "charges",
      "charges :: api",
      "charges :: bill",
      "carts",
      "carts :: api",
      "carts :: quotes",
      "carts :: quoting",
      "documents",
      "lines",
      "lines :: figures",
      "lines :: print",
      "lines :: stored",
      "messages"
    })
package org.cartwright.quotes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
