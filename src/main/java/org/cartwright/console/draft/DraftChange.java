package org.cartwright.console.draft;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.LineEdits;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.ContactPatch;
import org.cartwright.orders.api.DraftUpdate;
import org.cartwright.orders.api.FulfilmentChoice;
import org.cartwright.orders.api.NewCustomer;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.platform.json.PresentFields;
import org.jspecify.annotations.Nullable;

/** What one form changes of a draft; all else is left out and stays. */
final class DraftChange {

  private final Set<String> given = new HashSet<>();
  private @Nullable String marketId;
  private boolean confirmsPrices;
  private @Nullable NewCustomer customer;
  private @Nullable ContactPatch contact;
  private @Nullable Address shipping;
  private @Nullable Address billing;
  private @Nullable Boolean sameAddress;
  private @Nullable FulfilmentChoice fulfilment;
  private @Nullable PaymentMethod payment;
  private @Nullable Boolean taxExempt;
  private @Nullable String note;
  private @Nullable CartStatus status;
  private @Nullable Long discountAmount;
  private @Nullable BigDecimal discountPercentage;

  DraftChange market(String id, boolean confirmed) {
    given.add("marketId");
    marketId = id;
    confirmsPrices = confirmed;
    return this;
  }

  DraftChange customer(NewCustomer chosen) {
    given.add("customer");
    customer = chosen;
    return this;
  }

  DraftChange contact(Contact all) {
    given.add("contact");
    contact =
        new ContactPatch(
            all.name(), all.phone(), all.email(), PresentFields.of("name", "phone", "email"));
    return this;
  }

  DraftChange shipping(@Nullable Address address) {
    given.add("shippingAddress");
    shipping = address;
    return this;
  }

  DraftChange billing(@Nullable Address address, boolean isSame) {
    given.add("billingAddress");
    given.add("billingSameAsShipping");
    billing = address;
    sameAddress = isSame;
    return this;
  }

  DraftChange fulfilment(@Nullable FulfilmentChoice choice) {
    given.add("fulfilment");
    fulfilment = choice;
    return this;
  }

  DraftChange taxExempt(boolean isExempt) {
    given.add("taxExempt");
    taxExempt = isExempt;
    return this;
  }

  DraftChange payment(@Nullable PaymentMethod method) {
    given.add("paymentMethod");
    payment = method;
    return this;
  }

  DraftChange note(@Nullable String text) {
    given.add("internalNote");
    note = text;
    return this;
  }

  DraftChange discount(TypedFigures.Discount typed, BigDecimal presentPercentage) {
    discountAmount = LineEdits.amount(typed, presentPercentage);
    discountPercentage = LineEdits.percentage(typed, presentPercentage);
    if (discountAmount != null) {
      given.add("discountAmount");
    }
    if (discountPercentage != null) {
      given.add("discountPercentage");
    }
    return this;
  }

  DraftChange status(CartStatus next) {
    status = next;
    return this;
  }

  DraftUpdate update() {
    return new DraftUpdate(
        marketId,
        null,
        customer,
        contact,
        shipping,
        billing,
        sameAddress,
        fulfilment,
        payment,
        null,
        taxExempt,
        note,
        status,
        null,
        discountAmount,
        discountPercentage,
        confirmsPrices,
        null,
        new PresentFields(given));
  }
}
