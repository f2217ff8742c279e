package org.cartwright.console.cart;

import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.cartwright.carts.CartConversion;
import org.cartwright.carts.CartLineChanges;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.form.TypedFigures;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.DeskLine;
import org.cartwright.console.lines.Giving;
import org.cartwright.console.lines.LimitRefusal;
import org.cartwright.console.lines.LineEdits;
import org.cartwright.console.lines.Undo;
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
      PresentFields.of("discountAmount", "discountPercentage");

  private final Carts carts;
  private final CartLineChanges lines;
  private final LineEdits edits;
  private final CartConversion conversion;
  private final CartQueries queries;
  private final Tenants tenants;
  private final Validator validator;

  CartDesk(
      Carts carts,
      CartLineChanges lines,
      LineEdits edits,
      CartConversion conversion,
      CartQueries queries,
      Tenants tenants,
      Validator validator) {
    this.carts = carts;
    this.lines = lines;
    this.edits = edits;
    this.conversion = conversion;
    this.queries = queries;
    this.tenants = tenants;
    this.validator = validator;
  }

  /**
   * Puts something of the catalog on a cart, behind what is there: that is in nobody's way. A line
   * that is put back has what it had, as far as the role may give it.
   *
   * @throws NotTaken if something typed is none, or more than the role may give
   * @throws Stale if a line is put back, and the cart is not as it was seen
   */
  @Transactional
  public Undo add(
      String id, @Nullable String itemId, @Nullable String packageId, Typed edit, DeskRole role) {
    var isPuttingBack = Undo.isPuttingBack(edit.fields());
    var before = giving(isPuttingBack ? held(id, edit) : carts.held(id));
    var after = lines.add(id, CartItemCreate.one(itemId, packageId));
    var added = DeskLine.of(after.items().getLast());
    if (isPuttingBack) {
      after = change(id, added, edit, role);
    }
    DeskLimits.checkAll(role, before, giving(after));
    return Undo.ofAdding(added);
  }

  /**
   * Changes a line as it was typed.
   *
   * @throws NotTaken if that is none, or more than the role may give
   * @throws Stale if the cart is not as it was seen
   */
  @Transactional
  public Undo change(String id, String lineId, Typed edit, DeskRole role) {
    var cart = held(id, edit);
    var before = DeskLine.of(line(cart, lineId));
    var after = change(id, before, edit, role);
    DeskLimits.checkAll(role, giving(cart), giving(after));
    return Undo.ofChanging(before, figures(id));
  }

  private CartSummary change(String id, DeskLine before, Typed edit, DeskRole role) {
    var update = edits.update(before, edit, figures(id), role);
    var after = lines.change(id, before.id(), update);
    DeskLimits.check(role, before, DeskLine.of(line(after, before.id())), edit);
    return after;
  }

  /**
   * Takes a line off.
   *
   * @throws LimitRefusal if the discount on everything is more than the role may give of what is
   *     left
   */
  @Transactional
  public Undo remove(String id, String lineId, Typed edit, DeskRole role) {
    var cart = held(id, edit);
    var before = line(cart, lineId);
    DeskLimits.checkAll(role, giving(cart), giving(lines.remove(id, lineId)));
    return Undo.ofRemoving(DeskLine.of(before), goods(before), figures(id));
  }

  /** Changes the discount and the notes of a cart. */
  @Transactional
  public Undo changeHead(String id, Typed edit, DeskRole role) {
    var cart = held(id, edit);
    var percentage = cart.discountPercentage();
    var amount = cart.discountAmount();
    var typed = LineEdits.discountOnAll(edit, figures(id), percentage, amount);
    if (typed != null) {
      percentage = typed.percentage();
      amount = typed.amount();
    }
    var notes = edit.field("notes", Objects.requireNonNullElse(cart.notes(), ""));
    var wanted = whole(cart, null, percentage, amount, notes.isEmpty() ? null : notes);
    LineEdits.complain(validator.validate(wanted), edit, Map.of());
    var after = carts.replace(id, wanted);
    DeskLimits.check(role, given(cart), given(after), edit);
    return Undo.ofHead(
        figures(id).shown(cart.discountPercentage(), cart.discountAmount()),
        Objects.requireNonNullElse(cart.notes(), ""));
  }

  /** Puts a draft aside, or takes one up again that was. */
  @Transactional
  public CartSummary become(String id, CartStatus status, Typed edit) {
    var cart = held(id, edit);
    return carts.replace(
        id, whole(cart, status, cart.discountPercentage(), cart.discountAmount(), cart.notes()));
  }

  /**
   * Turns a cart into a charge.
   *
   * @return its id
   */
  @Transactional
  public String charge(String id, Typed edit) {
    held(id, edit);
    return conversion.convert(id, ConvertCartToChargeRequest.of(id)).id();
  }

  /** Deletes a cart. */
  @Transactional
  public void delete(String id, Typed edit) {
    held(id, edit);
    carts.delete(id);
  }

  private static String goods(CartItem line) {
    return line.itemId() == null ? "package:" + line.packageId() : "item:" + line.itemId();
  }

  private CartSummary held(String id, Typed edit) {
    var cart = carts.held(id);
    if (!CartSight.of(cart).isAsSeen(edit.seen())) {
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

  private static Giving giving(CartSummary cart) {
    return Giving.of(cart.items().stream().map(DeskLine::of).toList(), given(cart));
  }

  private static DeskLimits.Given given(CartSummary cart) {
    return new DeskLimits.Given(cart.discountPercentage(), cart.discountAmount(), cart.subtotal());
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
        line.id(),
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
