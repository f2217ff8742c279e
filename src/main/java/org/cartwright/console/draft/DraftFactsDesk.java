package org.cartwright.console.draft;

import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.console.draft.customer.KnownAddresses;
import org.cartwright.console.draft.customer.TypedAddress;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.DeskLimits;
import org.cartwright.console.lines.LimitRefusal;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.orders.api.FulfilmentChoice;
import org.cartwright.orders.api.NewCustomer;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.pricing.PriceSource;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what is to be known of a draft until it can be placed, as it was seen: who buys and in
 * which market, whom to reach, where the goods go and how, and how they are paid.
 */
@Service
class DraftFactsDesk {

  private final Drafts drafts;
  private final KnownAddresses known;
  private final Validator validator;

  DraftFactsDesk(Drafts drafts, KnownAddresses known, Validator validator) {
    this.drafts = drafts;
    this.known = known;
    this.validator = validator;
  }

  /**
   * Sells it in another market. A price that was typed in another currency is another one there, so
   * who may not set prices does not keep it.
   *
   * @throws NotTaken if a price is kept that the role may not set
   * @throws LimitRefusal if a discount is more there than the role may give
   * @throws Stale if the draft is not as it was seen
   */
  @Transactional
  public void market(String id, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var moved =
        changed(
            draft,
            new DraftChange()
                .market(typed.field("market", ""), !typed.field("confirm", "").isEmpty()),
            role);
    if (!role.maySetPrices()
        && moved.items().stream().anyMatch(line -> isNamedAnew(line, draft, moved))) {
      throw typed.problem(Map.of("price", "problem.price.role"));
    }
  }

  private static boolean isNamedAnew(DraftItem line, DraftDetail before, DraftDetail moved) {
    return line.priceSource() == PriceSource.EXPLICIT
        && !DraftSight.line(line).hasOpenPrice()
        && !moved.currency().equals(before.currency());
  }

  /**
   * Sells it to somebody else.
   *
   * @throws LimitRefusal if a discount is more than the role may give of what it comes to then
   */
  @Transactional
  public void customer(String id, NewCustomer customer, Typed typed, DeskRole role) {
    changed(held(id, typed), new DraftChange().customer(customer), role);
  }

  /**
   * Says whom to reach.
   *
   * @throws NotTaken if something typed is too long, or no address
   */
  @Transactional
  public void contact(String id, Typed typed) {
    var present = held(id, typed).contact();
    var wanted =
        new Contact(
            orNone(typed.field("name", orEmpty(present.name()))),
            orNone(typed.field("phone", orEmpty(present.phone()))),
            orNone(typed.field("email", orEmpty(present.email()))));
    var reasons = new HashMap<String, String>();
    for (var violation : validator.validate(wanted)) {
      var field = violation.getPropertyPath().toString();
      reasons.put(field, field.equals("email") ? "problem.email" : "problem.long");
    }
    complain(typed, reasons);
    drafts.change(id, new DraftChange().contact(wanted).update());
  }

  /**
   * Says how the goods get to the customer, how they are paid, and whether taxes are. What decides
   * no price can change as long as the draft is open, so the rest is left out where it is the same.
   *
   * @throws LimitRefusal if a discount is more than the role may give of what it comes to then
   */
  @Transactional
  public void delivery(String id, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var change = new DraftChange();
    var fulfilment = draft.fulfilment();
    var present = fulfilment == null ? "" : orEmpty(fulfilment.serviceId());
    var service = typed.field("service", present);
    if (!service.equals(present)) {
      change.fulfilment(service.isEmpty() ? null : new FulfilmentChoice(null, service));
    }
    var payment = typed.field("payment", String.valueOf(draft.paymentMethod()));
    change.payment(
        Arrays.stream(PaymentMethod.values())
            .filter(method -> method.name().equals(payment))
            .findFirst()
            .orElse(null));
    var isExempt = !typed.field("exempt", "").isEmpty();
    if (isExempt != draft.taxExempt() && !typed.field("asked", "").isEmpty()) {
      change.taxExempt(isExempt);
    }
    changed(draft, change, role);
  }

  /**
   * Says where the goods go and whom to bill.
   *
   * @throws NotTaken if an address has no street or town, or something of it is too long
   * @throws LimitRefusal if a discount is more than the role may give of what it comes to then
   */
  @Transactional
  public void addresses(String id, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    var reasons = new HashMap<String, String>();
    var change = new DraftChange();
    if (!typed.field("asked", "").isEmpty()) {
      change.shipping(TypedAddress.SHIPPING.read(typed, validator, reasons));
    }
    var isSame = !typed.field("same", "").isEmpty();
    var billing =
        isSame ? draft.billingAddress() : TypedAddress.BILLING.read(typed, validator, reasons);
    complain(typed, reasons);
    changed(draft, change.billing(billing, isSame), role);
  }

  /**
   * Sends the goods where some went before.
   *
   * @throws LimitRefusal if a discount is more than the role may give of what it comes to then
   * @throws Stale if the draft is not as it was seen, or that address was forgotten
   */
  @Transactional
  public void useKnown(String id, String key, Typed typed, DeskRole role) {
    var draft = held(id, typed);
    Address address = known.of(draft, key).orElseThrow(Stale::new);
    changed(draft, new DraftChange().shipping(address), role);
  }

  /** What decides a price has everything looked up again, which may be cheaper by now. */
  private DraftDetail changed(DraftDetail draft, DraftChange change, DeskRole role) {
    var after = drafts.change(draft.id(), change.update());
    DeskLimits.checkAll(role, DraftLineDesk.giving(draft), DraftLineDesk.giving(after));
    return after;
  }

  private DraftDetail held(String id, Typed typed) {
    var draft = drafts.held(id);
    if (!DraftSight.of(draft).isAsSeen(typed.seen())) {
      throw new Stale();
    }
    return draft;
  }

  private static void complain(Typed typed, Map<String, String> reasons) {
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }
}
