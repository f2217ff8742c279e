package org.cartwright.carts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.state.CartHeading;
import org.cartwright.carts.state.CartRefusal;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.Sale;
import org.cartwright.patients.BillingPatient;
import org.cartwright.patients.Patients;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Deadlines;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What the front desk does with a cart as a whole; single lines are {@link CartLineChanges}. Each
 * of these is one transaction that locks the cart first and answers the cart as it is stored
 * afterwards. A cart that does not exist, is archived or is another tenant's is {@link Missing}.
 */
@Service
public class Carts {

  private static final Violation EXPIRED =
      Violation.inBody("the cart would be expired already", "expiresDate");

  private final LockedCarts carts;
  private final CartBook book;
  private final Patients patients;
  private final Providers providers;
  private final Tenants tenants;
  private final Deadlines deadlines;
  private final Clock clock;

  Carts(
      LockedCarts carts,
      CartBook book,
      Patients patients,
      Providers providers,
      Tenants tenants,
      Deadlines deadlines,
      Clock clock) {
    this.carts = carts;
    this.book = book;
    this.patients = patients;
    this.providers = providers;
    this.tenants = tenants;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /**
   * Opens a cart.
   *
   * @throws InvalidRequest if it names a patient, provider or product that is not there, or its
   *     figures cannot be
   * @throws Conflict if its id is taken
   */
  @Transactional
  public CartSummary open(CartCreate wanted) {
    var now = clock.instant();
    return carts.opened(made(wanted, now), now);
  }

  /** Prices a cart as {@link #open} would and keeps nothing of it. */
  @Transactional
  public CartSummary preview(CartCreate wanted) {
    var priced = carts.triedOut(made(wanted, clock.instant()));
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return priced;
  }

  private Cart made(CartCreate wanted, Instant now) {
    var patient = patients.forBilling(wanted.patientId()).orElse(null);
    var found = new ArrayList<Violation>();
    checkPeople(patient, wanted.creatorId(), found);
    if (wanted.status() != null && wanted.status() != CartStatus.DRAFT) {
      found.add(Violation.inBody("a new cart is DRAFT", "status"));
    }
    var id = wanted.id() == null ? Ids.next("cart") : Objects.requireNonNull(wanted.id());
    var cart =
        new Cart(
            id,
            new Sale(tenants.current().currency(), wanted.patientId(), null, null),
            wanted.creatorId(),
            now);
    fill(cart, patient, wanted, found, now);
    return cart;
  }

  /**
   * A cart as it is served, locked until the transaction ends.
   *
   * @throws Missing if there is none
   */
  @Transactional
  public CartSummary held(String id) {
    return carts.served(carts.lock(id));
  }

  /**
   * Replaces all that a draft holds; see {@link Cart#replace}. A status in the request reopens an
   * abandoned cart or abandons a draft.
   */
  @Transactional
  public CartSummary replace(String id, CartCreate wanted) {
    if (wanted.id() != null && !wanted.id().equals(id)) {
      throw new InvalidRequest(
          Violation.inBody("a cart keeps its id; send it as in the path or not at all", "id"));
    }
    var cart = carts.lock(id);
    var now = clock.instant();
    cart.reopenIfAsked(wanted.status(), now);
    cart.requireDraft(now);
    var patient =
        wanted.patientId().equals(cart.patientId())
            ? new BillingPatient(cart.patientId(), cart.sale().patientLocation())
            : patients.forBilling(wanted.patientId()).orElse(null);
    var creator = Objects.equals(wanted.creatorId(), cart.creatorId()) ? null : wanted.creatorId();
    var found = new ArrayList<Violation>();
    checkPeople(patient, creator, found);
    fill(cart, patient, wanted, found, now);
    cart.abandonIfAsked(wanted.status(), now);
    return carts.written(cart, now);
  }

  /**
   * Archives a cart: gone from every read, its history kept.
   *
   * @throws CartRefusal if it is a draft order, which is deleted for good
   */
  @Transactional
  public void delete(String id) {
    var cart = carts.lock(id);
    var now = clock.instant();
    if (cart.isDraftOrder()) {
      throw CartRefusal.deletedAsDraftOrder();
    }
    cart.archive(now);
    book.write(cart, now);
  }

  /**
   * Opens a fresh draft with the same lines at today's catalog prices, explicit prices kept.
   *
   * @param patientId for whom, if not for the same patient; another one's has no notes
   * @throws CartRefusal if the patient is archived, or the market that the cart is sold in
   */
  @Transactional
  public CartSummary duplicate(String id, @Nullable String patientId) {
    var original = carts.lockForCopy(id);
    var now = clock.instant();
    var patient =
        patients.forBilling(patientId == null ? original.patientId() : patientId).orElse(null);
    if (patient == null && patientId == null) {
      throw CartRefusal.patientIsArchived();
    }
    var found = new ArrayList<Violation>();
    checkPeople(patient, null, found);
    InvalidRequest.throwIfAny(found);
    var known = Objects.requireNonNull(patient);
    var sale = original.sale().to(known.id(), known.primaryLocationId());
    var copy = new Cart(Ids.next("cart"), sale, original.creatorId(), now);
    copy.copy(original, carts.prices(original, List.of(), sale), now);
    book.openCopy(copy, now);
    return carts.served(copy);
  }

  /** How every figure of a cart came about. */
  @Transactional(readOnly = true)
  public CartExplanation explain(String id) {
    var cart = carts.find(id);
    return CartExplanation.of(id, cart.items(), cart.sale());
  }

  /** Puts in what a full request wants, unless something was found wrong with it, or is now. */
  private void fill(
      Cart cart,
      @Nullable BillingPatient patient,
      CartCreate wanted,
      List<Violation> found,
      Instant now) {
    var expires = deadlines.ahead(wanted.expiresDate(), cart.expiresDate(), now, EXPIRED, found);
    var lines = wanted.items().stream().map(CartItemCreate::wanted).toList();
    var products = lines.stream().map(NewLine::product).toList();
    var sale =
        patient == null ? cart.sale() : cart.sale().to(patient.id(), patient.primaryLocationId());
    var prices = carts.prices(cart, products, sale);
    var present = cart.items();
    found.addAll(
        prices.notOffered(products, present.feeSentBack(lines), present.productsSold(), "items"));
    InvalidRequest.throwIfAny(found);
    var known = Objects.requireNonNull(patient);
    var heading =
        new CartHeading(
            known.id(), known.primaryLocationId(), wanted.creatorId(), wanted.notes(), expires);
    cart.replace(heading, wanted.discount(), lines, prices, now);
  }

  private void checkPeople(
      @Nullable BillingPatient patient, @Nullable String newCreator, List<Violation> found) {
    if (patient == null) {
      found.add(
          Violation.inBody("there is no such patient, or the patient is archived", "patientId"));
    }
    if (newCreator != null && !providers.exists(newCreator)) {
      found.add(Violation.inBody("there is no such provider", "creatorId"));
    }
  }
}
