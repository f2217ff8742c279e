package org.cartwright.charges;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.BrokenConstraint;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where charges, payments and refunds are written down, which is also where each is announced.
 * Nothing in it is ever changed.
 *
 * <p>A charge's row never changes, so it is no mapped entity: it is written once, and read as what
 * follows from its ledger.
 */
@Repository
class ChargeBook {

  private static final String OPEN =
      """
      with opened as (
          insert into charge (
              tenant_id, id, patient_id, creator_id, description, external_id, location_id, event_id, source_kind,
              source_id, total, created_date)
          values (
              :tenant, :id, :patient, :creator, :description, :externalId, :location, :event, :sourceKind,
              :source, :total, :now)
      )
      insert into charge_item (
          tenant_id, id, charge_id, position, item_id, package_id, name, quantity, price, discount_amount,
          tax_amount, taxes)
      select :tenant, id, :id, position, item_id, package_id, name, quantity, price, discount_amount,
             tax_amount, taxes
        from jsonb_to_recordset(:items::jsonb) as i (
            id text, position integer, item_id text, package_id text, name text, quantity integer, price bigint,
            discount_amount bigint, tax_amount bigint, taxes jsonb)
      """;

  private static final String LOCK =
      "select id from charge where tenant_id = ? and id = ? for no key update";

  /** Another statement than the lock's, so that it sees what others wrote while that waited. */
  private static final String ACCOUNT =
      """
      select c.id as charge_id, c.patient_id, b.outstanding, b.status, b.entries
        from charge c
        join charge_balance b on b.tenant_id = c.tenant_id and b.id = c.id
       where c.tenant_id = ? and c.id = ?
      """;

  private static final String CHARGE_OF_PAYMENT =
      "select charge_id from payment where tenant_id = ? and id = ?";

  private static final String PAYMENT =
      """
      select p.id, p.medium, p.amount,
             (select coalesce(sum(r.amount), 0) from refund r
               where r.tenant_id = p.tenant_id and r.payment_id = p.id) as refunded
        from payment p
       where p.tenant_id = ? and p.id = ?
      """;

  private static final String PAY =
      """
      insert into payment (tenant_id, id, charge_id, sequence, medium, amount, created_date)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REFUND =
      """
      insert into refund (
          tenant_id, id, payment_id, charge_id, sequence, amount, reason, provider_id, description, location_id,
          created_date)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ApplicationEventPublisher announcements;
  private final Clock clock;

  ChargeBook(
      JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher announcements, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Opens a charge with its items.
   *
   * @return its id
   * @throws ChargeRefusal if there is one for this source, or with this external id
   */
  String open(Bill bill) {
    var id = Ids.next("chg");
    try {
      jdbc.sql(OPEN)
          .param("tenant", CurrentTenant.id())
          .param("id", id)
          .param("patient", bill.patientId())
          .param("creator", bill.creatorId())
          .param("description", bill.description())
          .param("externalId", bill.externalId())
          .param("location", bill.locationId())
          .param("event", bill.eventId())
          .param("sourceKind", bill.source().kind().name())
          .param("source", bill.source().id())
          .param("total", bill.total().value())
          .param("now", now())
          .param("items", json.writeValueAsString(rows(bill.items())))
          .update();
    } catch (DataIntegrityViolationException refused) {
      throw switch (BrokenConstraint.nameIn(refused).orElse("")) {
        case "charge_source" -> ChargeRefusal.chargedAlready();
        case "charge_external_id" -> ChargeRefusal.externalIdTaken();
        default -> refused;
      };
    }
    announcements.publishEvent(
        new ChargeOpened(id, bill.patientId(), bill.source(), bill.total().value()));
    return id;
  }

  /** Locks a charge until the transaction ends, and reads how it stands. */
  Optional<Account> lock(String chargeId) {
    var tenant = CurrentTenant.id();
    return jdbc.sql(LOCK)
        .param(tenant)
        .param(chargeId)
        .query(String.class)
        .optional()
        .map(id -> jdbc.sql(ACCOUNT).param(tenant).param(id).query(Account.class).single());
  }

  /** The charge that a payment was made for. */
  Optional<String> chargeOfPayment(String paymentId) {
    return jdbc.sql(CHARGE_OF_PAYMENT)
        .param(CurrentTenant.id())
        .param(paymentId)
        .query(String.class)
        .optional();
  }

  /** A payment that is known to be there. */
  TakenPayment payment(String paymentId) {
    return jdbc.sql(PAYMENT)
        .param(CurrentTenant.id())
        .param(paymentId)
        .query(TakenPayment.class)
        .single();
  }

  /** Writes down that something was paid. */
  void pay(Account account, String paymentId, PaymentMedium medium, long amount) {
    jdbc.sql(PAY)
        .param(CurrentTenant.id())
        .param(paymentId)
        .param(account.chargeId())
        .param(account.nextEntry())
        .param(medium.name())
        .param(amount)
        .param(now())
        .update();
    announcements.publishEvent(
        new PaymentSucceeded(
            paymentId, account.chargeId(), account.patientId(), medium.name(), amount));
  }

  /**
   * Writes down that something was given back.
   *
   * @return the refund's id
   */
  String giveBack(Account account, RefundCreate wanted) {
    var id = Ids.next("ref");
    jdbc.sql(REFUND)
        .param(CurrentTenant.id())
        .param(id)
        .param(wanted.paymentId())
        .param(account.chargeId())
        .param(account.nextEntry())
        .param(wanted.amount())
        .param(wanted.reason().name())
        .param(wanted.providerId())
        .param(wanted.description())
        .param(wanted.locationId())
        .param(now())
        .update();
    announcements.publishEvent(
        new RefundMade(
            id, wanted.paymentId(), account.chargeId(), account.patientId(), wanted.amount()));
    return id;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static List<Row> rows(List<BillItem> items) {
    var rows = new ArrayList<Row>();
    for (var item : items) {
      rows.add(
          new Row(
              Ids.next("chi"),
              rows.size(),
              item.itemId(),
              item.packageId(),
              item.name(),
              item.quantity(),
              item.price().value(),
              item.discount().value(),
              item.tax().value(),
              item.taxes()));
    }
    return rows;
  }

  /** A row of the table charge_item, its fields named as the columns are. */
  @SuppressWarnings("MemberName")
  private record Row(
      String id,
      int position,
      @Nullable String item_id,
      @Nullable String package_id,
      String name,
      int quantity,
      long price,
      long discount_amount,
      long tax_amount,
      List<BilledTax> taxes) {}
}
