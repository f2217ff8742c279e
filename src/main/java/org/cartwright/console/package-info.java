/**
 * Console: what the clinics' staff see and do in a browser, below {@code /console}.
 *
 * <p>It calls the services that the API calls, in the same transactions, and holds no rule of its
 * own but who may do what at the desk. Whoever has signed in is a {@link
 * org.cartwright.tenancy.Caller} of kind {@code STAFF}, found out before a request is looked at and
 * bound to it, so that the record of accesses, the timelines and the limits know them as they know
 * a key. The tenant comes from the session and from nowhere else.
 *
 * <p>Rooms: {@code sessions} knows who is in, {@code page} draws, {@code form} reads what is typed,
 * {@code signin} is the door, {@code today} and {@code figures} tell how things stand, {@code
 * carts} is the list and {@code cart} a cart by itself, {@code quote} what it is sent as. {@code
 * drafts} and {@code draft} are the same for the draft orders of a shop, {@code orders} and {@code
 * order} for what was placed; {@code lines} is what a cart and a draft have in common. {@code
 * charges} is the checkout, {@code patients} are the patients, {@code staff} who works here.
 *
 * <p>{@code catalog} is what the clinic sells one by one, {@code packages} what it sells together,
 * and {@code taxes} what it levies on that.
 *
 * <p>{@code shop} says which parts the catalog has for shops: {@code products} are what items come
 * as and what those cost, {@code stock} is what there is, {@code coupons} make it cheaper, {@code
 * markets} are where it is sold.
 *
 * <p>What a clinic sets for itself: {@code settings} for how it words things, how its quotes begin
 * and its keys, {@code hooks} for who is told of what happens, {@code accesses} for the record of
 * who saw or did what.
 *
 * <p>Owns the tables {@code console_link} and {@code console_session}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Console",
    allowedDependencies = {
      "platform",
      "tenancy",
      "tenancy :: keys",
      "tenancy :: operator",
      "staff",
      "staff :: api",
      "messages",
      "messages :: templates",
      "carts",
      "carts :: api",
      "carts :: reading",
      "patients",
      "patients :: api",
      "patients :: credit",
      "patients :: notes",
      "patients :: tags",
      "catalog",
      "catalog :: offers",
      "catalog :: items",
      "catalog :: packages",
      "catalog :: taxes",
      "catalog :: markets",
      "catalog :: products",
      "catalog :: prices",
      "coupons",
      "stock",
      "stock :: keeping",
      "orders",
      "orders :: api",
      "orders :: placed",
      "orders :: reading",
      "orders :: dashboard",
      "orders :: fulfilment",
      "orders :: customers",
      "orders :: placing",
      "orders :: reserving",
      "orders :: timeline",
      "orders :: print",
      "charges",
      "charges :: api",
      "charges :: bill",
      "charges :: payments",
      "charges :: reading",
      "charges :: receipts",
      "quotes",
      "quotes :: api",
      "quotes :: evidence",
      "quotes :: print",
      "quotes :: reading",
      "quotes :: terms",
      "quotes :: timeline",
      "audit",
      "audit :: reading",
      "audit :: chain",
      "documents",
      "webhooks",
      "webhooks :: api",
      "webhooks :: reading",
      "webhooks :: resending",
      "pricing",
      "pricing :: taxes"
    })
package org.cartwright.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
