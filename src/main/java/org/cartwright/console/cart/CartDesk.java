package org.cartwright.console.cart;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.carts.CartLineChanges;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes carts as they were seen. Each change is one transaction: it locks the cart, compares it
 * with what was on the page, and asks the service that the API asks.
 */
@Service
class CartDesk {

  private static final PresentFields BOTH_DISCOUNTS =
      new PresentFields(Set.of("discountAmount", "discountPercentage"));

  private final Carts carts;
  private final CartLineChanges lines;
  private final CartQueries queries;
  private final Tenants tenants;
  private final Validator validator;

  CartDesk(
      Carts carts,
      CartLineChanges lines,
      CartQueries queries,
      Tenants tenants,
      Validator validator) {
    this.carts = carts;
    this.lines = lines;
    this.queries = queries;
    this.tenants = tenants;
    this.validator = validator;
  }

  /** Puts something of the catalog on a cart, behind what is there: that is in nobody's way. */
  @Transactional
  public CartSummary add(String id, @Nullable String itemId, @Nullable String packageId) {
    return lines.add(
        id,
        new CartItemCreate(
            itemId,
            packageId,
            BigDecimal.ONE,
            null,
            0,
            BigDecimal.ZERO,
            null,
            new PresentFields(Set.of())));
  }

  /**
   * Changes a line as it was typed.
   *
   * @throws NotTaken if that is none, or more than the role may give
   * @throws Stale if the cart is not as it was seen
   */
  @Transactional
  public CartSummary change(String id, String lineId, Typed edit, DeskRole role) {
    var cart = held(id, edit);
    var before = line(cart, lineId);
    var update = update(before, edit, figures(id), role);
    var after = lines.change(id, lineId, update);
    DeskLimits.checkLine(role, before, line(after, lineId), edit);
    return after;
  }

  /** Takes a line off. */
  @Transactional
  public CartSummary remove(String id, String lineId, Typed edit) {
    held(id, edit);
    return lines.remove(id, lineId);
  }

  /** Changes the discount and the notes of a cart. */
  @Transactional
  public CartSummary changeHead(String id, Typed edit, DeskRole role) {
    var cart = held(id, edit);
    var figures = figures(id);
    var shown = figures.shown(cart.discountPercentage(), cart.discountAmount());
    var text = edit.field("discount", shown);
    var percentage = cart.discountPercentage();
    var amount = cart.discountAmount();
    if (!text.equals(shown)) {
      var typed =
          figures
              .discount(text)
              .orElseThrow(() -> edit.problem(Map.of("discount", "problem.discount")));
      percentage = typed.percentage();
      amount = typed.amount();
    }
    var notes = edit.field("notes", Objects.requireNonNullElse(cart.notes(), ""));
    var wanted = whole(cart, null, percentage, amount, notes.isEmpty() ? null : notes);
    complain(validator.validate(wanted), edit, Map.of());
    var after = carts.replace(id, wanted);
    DeskLimits.checkCart(role, cart, after, edit);
    return after;
  }

  /** Puts a draft aside, or takes one up again that was. */
  @Transactional
  public CartSummary become(String id, CartStatus status, Typed edit) {
    var cart = held(id, edit);
    return carts.replace(
        id, whole(cart, status, cart.discountPercentage(), cart.discountAmount(), cart.notes()));
  }

  /** Deletes a cart. */
  @Transactional
  public void delete(String id, Typed edit) {
    held(id, edit);
    carts.delete(id);
  }

  private CartSummary held(String id, Typed edit) {
    var cart = carts.held(id);
    if (!CartSight.isAsSeen(cart, edit.seen())) {
      throw new Stale();
    }
    return cart;
  }

  private TypedFigures figures(String id) {
    return new TypedFigures(tenants.current().locale(), queries.currency(id));
  }

  private static CartItem line(CartSummary cart, String lineId) {
    return cart.items().stream()
        .filter(line -> line.id().equals(lineId))
        .findFirst()
        .orElseThrow(() -> Missing.a("Cart item"));
  }

  private CartItemUpdate update(CartItem line, Typed edit, TypedFigures figures, DeskRole role) {
    var reasons = new HashMap<String, String>();
    var quantity =
        typed(edit, "quantity", figures.shown(line.quantity()), figures::number, reasons);
    var price = typed(edit, "price", figures.shown(line.unitPrice()), figures::money, reasons);
    var discount =
        typed(
            edit,
            "discount",
            figures.shown(line.discountPercentage(), line.discountAmount()),
            figures::discount,
            reasons);
    if (price != null && !mayPrice(line, role)) {
      reasons.put("price", "problem.price.role");
    }
    var notes = edit.field("notes", Objects.requireNonNullElse(line.notes(), ""));
    var update =
        new CartItemUpdate(
            quantity,
            price,
            discount == null ? null : amount(discount, line),
            discount == null ? null : percentage(discount, line),
            notes.equals(Objects.requireNonNullElse(line.notes(), "")) ? null : notes);
    complain(validator.validate(update), edit, reasons);
    return update;
  }

  /** A percentage alone, or an amount alone; none clears the kind that is there. */
  private static @Nullable Long amount(TypedFigures.Discount discount, CartItem line) {
    if (discount.isNone()) {
      return line.discountPercentage().signum() == 0 ? 0L : null;
    }
    return discount.percentage().signum() == 0 ? discount.amount() : null;
  }

  private static @Nullable BigDecimal percentage(TypedFigures.Discount discount, CartItem line) {
    if (discount.isNone()) {
      return line.discountPercentage().signum() == 0 ? null : BigDecimal.ZERO;
    }
    return discount.percentage().signum() == 0 ? null : discount.percentage();
  }

  private static boolean mayPrice(CartItem line, DeskRole role) {
    var item = line.item();
    return role.maySetPrices() || (item != null && item.allowCustomPricing());
  }

  /** What was typed into a field, if it is not what stood there. */
  private static <T> @Nullable T typed(
      Typed edit,
      String field,
      String shown,
      Function<String, Optional<T>> reading,
      Map<String, String> reasons) {
    var text = edit.field(field, shown);
    if (text.equals(shown)) {
      return null;
    }
    var read = reading.apply(text);
    if (read.isEmpty()) {
      reasons.put(field, "problem." + field);
    }
    return read.orElse(null);
  }

  /** What the requests of the API may not hold, a form may not either. */
  private static void complain(
      Set<? extends ConstraintViolation<?>> violations, Typed edit, Map<String, String> reasons) {
    var all = new HashMap<>(reasons);
    for (var violation : violations) {
      var name = violation.getPropertyPath().toString();
      var field =
          name.startsWith("discount") ? "discount" : name.equals("unitPrice") ? "price" : name;
      all.put(field, "problem." + field);
    }
    if (!all.isEmpty()) {
      throw edit.problem(all);
    }
  }

  /** All that a cart is, as it is served, but for what is to be different. */
  private static CartCreate whole(
      CartSummary cart,
      @Nullable CartStatus status,
      BigDecimal percentage,
      long amount,
      @Nullable String notes) {
    var creator = cart.creator();
    var expires = cart.expiresDate();
    return new CartCreate(
        null,
        cart.patient().id(),
        creator == null ? null : creator.id(),
        status,
        notes,
        expires == null ? null : Moment.parse(expires.toString()),
        amount,
        percentage,
        cart.items().stream().map(CartDesk::whole).toList(),
        BOTH_DISCOUNTS);
  }

  private static CartItemCreate whole(CartItem line) {
    return new CartItemCreate(
        line.itemId(),
        line.packageId(),
        line.quantity(),
        line.unitPrice(),
        line.discountAmount(),
        line.discountPercentage(),
        line.notes(),
        BOTH_DISCOUNTS);
  }
}
