package org.cartwright.carts;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.catalog.Catalog;
import org.cartwright.charges.Charges;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.lines.CurrentPrices;
import org.cartwright.lines.Product;
import org.cartwright.patients.BillingPatient;
import org.cartwright.patients.Patients;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.idempotency.Idempotency;
import org.cartwright.platform.idempotency.IdempotentAnswer;
import org.cartwright.platform.json.Moment;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What the front desk does with carts. Each of these is one transaction that locks the cart first
 * and answers the cart as it is stored afterwards. A cart that does not exist, is archived or is
 * another tenant's is {@link Missing}.
 */
@Service
public class Carts {

  private final CartRepository carts;
  private final CartLines lines;
  private final CartQueries documents;
  private final Patients patients;
  private final Providers providers;
  private final Catalog catalog;
  private final Tenants tenants;
  private final Charges charges;
  private final AcceptedQuotes acceptedQuotes;
  private final Idempotency idempotency;
  private final EntityManager entities;
  private final Clock clock;

  Carts(
      CartRepository carts,
      CartLines lines,
      CartQueries documents,
      Patients patients,
      Providers providers,
      Catalog catalog,
      Tenants tenants,
      Charges charges,
      AcceptedQuotes acceptedQuotes,
      Idempotency idempotency,
      EntityManager entities,
      Clock clock) {
    this.carts = carts;
    this.lines = lines;
    this.documents = documents;
    this.patients = patients;
    this.providers = providers;
    this.catalog = catalog;
    this.tenants = tenants;
    this.charges = charges;
    this.acceptedQuotes = acceptedQuotes;
    this.idempotency = idempotency;
    this.entities = entities;
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
    var patient = patients.forBilling(wanted.patientId()).orElse(null);
    var found = new ArrayList<Violation>();
    checkPeople(patient, wanted.creatorId(), found);
    if (wanted.status() != null && wanted.status() != CartStatus.DRAFT) {
      found.add(Violation.inBody("a new cart is DRAFT", "status"));
    }
    var id = wanted.id() == null ? Ids.next("cart") : Objects.requireNonNull(wanted.id());
    var cart = new Cart(id, wanted.patientId(), null, wanted.creatorId(), now);
    fill(cart, patient, wanted, found, now);
    persist(cart);
    return stored(cart);
  }

  /** Prices a cart as {@link #open} would and keeps nothing of it. */
  @Transactional
  public CartSummary preview(CartCreate wanted) {
    var priced = open(wanted);
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return priced;
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
    var cart = locked(id);
    var now = clock.instant();
    cart.reopenIfAsked(wanted.status(), now);
    cart.requireDraft(now);
    var patient =
        wanted.patientId().equals(cart.patientId())
            ? new BillingPatient(cart.patientId(), cart.patientLocation())
            : patients.forBilling(wanted.patientId()).orElse(null);
    var creator = Objects.equals(wanted.creatorId(), cart.creatorId()) ? null : wanted.creatorId();
    var found = new ArrayList<Violation>();
    checkPeople(patient, creator, found);
    fill(cart, patient, wanted, found, now);
    cart.abandonIfAsked(wanted.status(), now);
    return stored(cart);
  }

  /** Adds a line at the end of a draft. */
  @Transactional
  public CartSummary add(String id, CartItemCreate item) {
    var cart = locked(id);
    var now = clock.instant();
    cart.requireDraft(now);
    var prices = prices(cart, List.of(item.product()), cart.patientLocation());
    InvalidRequest.throwIfAny(prices.notOffered(List.of(item.product()), List.of(), null));
    cart.add(item.wanted(), prices, now);
    return stored(cart);
  }

  /** Changes one line of a draft. */
  @Transactional
  public CartSummary change(String id, String lineId, CartItemUpdate update) {
    var cart = locked(id);
    var now = clock.instant();
    cart.line(lineId);
    cart.change(lineId, update.change(), prices(cart), now);
    return stored(cart);
  }

  /** Takes a line off a draft. */
  @Transactional
  public CartSummary remove(String id, String lineId) {
    var cart = locked(id);
    var now = clock.instant();
    cart.line(lineId);
    cart.remove(lineId, prices(cart), now);
    return stored(cart);
  }

  /** Archives a cart: gone from every read, its history kept. */
  @Transactional
  public void delete(String id) {
    locked(id).archive(clock.instant());
  }

  /**
   * Opens a fresh draft with the same lines at today's catalog prices, explicit prices kept.
   *
   * @param patientId for whom, if not for the same patient
   */
  @Transactional
  public CartSummary duplicate(String id, @Nullable String patientId) {
    var now = clock.instant();
    var original = possible(id).flatMap(carts::find).orElseThrow(() -> Missing.a("Cart"));
    lines.readInto(original);
    var patient =
        patients.forBilling(patientId == null ? original.patientId() : patientId).orElse(null);
    if (patient == null && patientId == null) {
      throw CartRefusal.patientIsArchived();
    }
    var found = new ArrayList<Violation>();
    checkPeople(patient, null, found);
    InvalidRequest.throwIfAny(found);
    var known = Objects.requireNonNull(patient);
    var copy =
        new Cart(
            Ids.next("cart"), known.id(), known.primaryLocationId(), original.creatorId(), now);
    copy.copy(original, prices(original, List.of(), known.primaryLocationId()), now);
    persist(copy);
    return stored(copy);
  }

  /**
   * Turns a cart into a charge with the same figures; from then on the charge is what counts.
   *
   * @param idempotencyKey makes sure that the same request is done once; see {@link Idempotency}
   * @throws CartRefusal unless the cart is a draft or accepted, and there is something on it; one
   *     that was converted before names its charge
   */
  @Transactional
  public IdempotentAnswer<ChargeDetail> convert(
      String id, ConvertCartToChargeRequest wanted, @Nullable String idempotencyKey) {
    if (!wanted.cartId().equals(id)) {
      throw new InvalidRequest(
          Violation.inBody("this is not the cart of the path; send the same", "cartId"));
    }
    return idempotency.once(
        idempotencyKey,
        "convert cart",
        wanted,
        () -> {
          var cart = locked(id);
          var now = clock.instant();
          return cart.acceptedQuote(now)
              .map(quote -> acceptedQuotes.convert(cart, quote, wanted))
              .orElseGet(() -> charged(cart, wanted, now));
        });
  }

  private ChargeDetail charged(Cart cart, ConvertCartToChargeRequest wanted, Instant now) {
    var charge = charges.open(cart.bill(wanted, now));
    cart.convert(charge.id(), now);
    return charge;
  }

  /** How every figure of a cart came about. */
  @Transactional(readOnly = true)
  public CartExplanation explain(String id) {
    var cart = possible(id).flatMap(carts::find).orElseThrow(() -> Missing.a("Cart"));
    return CartExplanation.of(cart.id(), lines.readInto(cart).items());
  }

  private static Optional<String> possible(String id) {
    return Optional.of(id).filter(Ids::isPossible);
  }

  private Cart locked(String id) {
    return possible(id)
        .flatMap(carts::lock)
        .map(lines::readInto)
        .orElseThrow(() -> Missing.a("Cart"));
  }

  /** Puts in what a full request wants, unless something was found wrong with it, or is now. */
  private void fill(
      Cart cart,
      @Nullable BillingPatient patient,
      CartCreate wanted,
      List<Violation> found,
      Instant now) {
    var expires = expiry(cart.expiresDate(), wanted.expiresDate(), now, found);
    var products = wanted.items().stream().map(CartItemCreate::product).toList();
    var prices = prices(cart, products, patient == null ? null : patient.primaryLocationId());
    found.addAll(prices.notOffered(products, cart.items().products(), "items"));
    InvalidRequest.throwIfAny(found);
    var known = Objects.requireNonNull(patient);
    var heading =
        new Cart.Heading(
            known.id(), known.primaryLocationId(), wanted.creatorId(), wanted.notes(), expires);
    cart.replace(
        heading,
        wanted.discount(),
        wanted.items().stream().map(CartItemCreate::wanted).toList(),
        prices,
        now);
  }

  private CurrentPrices prices(Cart cart) {
    return prices(cart, List.of(), cart.patientLocation());
  }

  private CurrentPrices prices(Cart cart, List<Product> further, @Nullable String patientLocation) {
    var products = new ArrayList<>(cart.items().products());
    products.addAll(further);
    return CurrentPrices.of(catalog, products, patientLocation);
  }

  private void checkPeople(
      @Nullable BillingPatient patient, @Nullable String newCreator, List<Violation> found) {
    if (patient == null) {
      found.add(Violation.inBody("there is no such patient", "patientId"));
    }
    if (newCreator != null && !providers.exists(newCreator)) {
      found.add(Violation.inBody("there is no such provider", "creatorId"));
    }
  }

  private @Nullable Instant expiry(
      @Nullable Instant present, @Nullable Moment wanted, Instant now, List<Violation> found) {
    if (wanted == null) {
      return null;
    }
    var expires = wanted.lastInstantIn(() -> tenants.current().timeZone());
    if (!expires.isAfter(now) && !expires.equals(present)) {
      found.add(Violation.inBody("the cart would be expired already", "expiresDate"));
    }
    return expires;
  }

  private void persist(Cart cart) {
    try {
      entities.persist(cart);
      entities.flush();
    } catch (PersistenceException refused) {
      throw BrokenConstraint.nameIn(refused).filter("cart_pkey"::equals).isPresent()
          ? Conflict.idTaken("cart")
          : refused;
    }
  }

  private CartSummary stored(Cart cart) {
    lines.store(cart);
    entities.flush();
    return documents.get(cart.id());
  }
}
