package org.cartwright.console.cart;

import java.util.List;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.ShownLine;
import org.cartwright.console.page.FullName;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A cart as it stands on its page.
 *
 * @param isOpen whether it can be changed
 * @param isWithPatient whether a quote of it holds it that is with the patient
 * @param isWaiting whether one does that waits to be sent
 * @param accepted what the quote comes to that the patient accepted, and that is charged instead;
 *     absent if none was
 * @param seen what its forms say was seen
 * @param discount as it stands in its field
 * @param isChargeable whether it can become a charge
 * @param chargeId the one that it became
 */
public record CartSheet(
    String id,
    String patientId,
    String patient,
    @Nullable String phone,
    CartStatus status,
    boolean isOpen,
    boolean isWithPatient,
    boolean isWaiting,
    @Nullable String accepted,
    String seen,
    List<ShownLine> lines,
    String subtotal,
    @Nullable String discountMoney,
    String discount,
    @Nullable String tax,
    String total,
    String notes,
    @Nullable String creator,
    List<Sent> quotes,
    boolean isChargeable,
    @Nullable String chargeId) {

  /** A quote that was made of it. */
  public record Sent(String id, String title, QuoteStatus status) {}

  /** A cart as it was read. */
  public static CartSheet of(CartSummary cart, CartQueries.Standing standing, Tenant tenant) {
    var currency = standing.currency();
    var isHeld = standing.isHeld();
    var figures = tenant.figures(currency);
    var typed = new TypedFigures(tenant.locale(), currency);
    var isSent = cart.quotes().stream().anyMatch(quote -> quote.status().isWithPatient());
    return new CartSheet(
        cart.id(),
        cart.patient().id(),
        FullName.of(cart.patient().firstName(), cart.patient().lastName()),
        cart.patient().phoneNumber(),
        cart.status(),
        cart.status() == CartStatus.DRAFT && !isHeld,
        isHeld && isSent,
        isHeld && !isSent,
        AcceptedTotal.of(cart.status(), cart.quotes()).map(figures::money).orElse(null),
        CartSight.of(cart).text(),
        cart.items().stream()
            .map(line -> ShownLine.of(DeskLine.of(line), currency, tenant))
            .toList(),
        figures.money(cart.subtotal()),
        cart.discountAmount() == 0 ? null : figures.money(-cart.discountAmount()),
        typed.shown(cart.discountPercentage(), cart.discountAmount()),
        cart.taxAmount() == 0 ? null : figures.money(cart.taxAmount()),
        figures.money(cart.total()),
        cart.notes() == null ? "" : cart.notes(),
        cart.creator() == null
            ? null
            : FullName.of(cart.creator().firstName(), cart.creator().lastName()),
        cart.quotes().stream()
            .map(it -> new Sent(it.id(), it.title() == null ? "" : it.title(), it.status()))
            .toList(),
        cart.status() == CartStatus.ACCEPTED
            || (cart.status() == CartStatus.DRAFT && !isHeld && !cart.items().isEmpty()),
        cart.convertedChargeId());
  }
}
