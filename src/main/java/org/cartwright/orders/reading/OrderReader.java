package org.cartwright.orders.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.catalog.markets.MarketRows;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.orders.api.DraftItem;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderItem;
import org.cartwright.orders.api.placed.OrderNumber;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.Ids;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.PageQuery;
import org.cartwright.platform.paging.Paging;
import org.cartwright.pricing.LineKind;
import org.cartwright.pricing.PriceSource;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads orders from typed rows: one on one round trip, a page with two statements. To see what was
 * just changed, flush before.
 */
@Component
class OrderReader {

  private static final KeyedQuery ORDERS =
      KeyedQuery.of(
          """
          select o.id, o.number, o.status, o.cart_id, o.quote_id, o.charge_id, o.tax_exempt, o.coupon_code,
                 o.item_count, o.subtotal, o.discount_kind, o.discount_value, o.discount_amount, o.coupon_amount, o.fee,
                 o.tax_amount, o.total, o.contact_name, o.contact_phone, o.contact_email,
                 o.shipping_name, o.shipping_line1, o.shipping_line2, o.shipping_city, o.shipping_region,
                 o.shipping_postal_code, o.shipping_country,
                 o.billing_name, o.billing_line1, o.billing_line2, o.billing_city, o.billing_region,
                 o.billing_postal_code, o.billing_country, o.billing_same_as_shipping,
                 o.category, o.service_id, o.service_name, o.payment_method, o.internal_note, o.cancel_reason,
                 o.created_date, o.updated_date, o.approved_date, o.cancelled_date, o.tax_mode,
                 u.status as u_status, u.carrier as u_carrier, u.tracking_number as u_tracking_number,
                 u.note as u_note, u.updated_date as u_updated_date,
                 %s, %s
            from placed_order o %s %s
                 left join order_fulfilment u on u.tenant_id = o.tenant_id and u.order_id = o.id
           where o.tenant_id = ? and o.id {keys}
          """
              .formatted(
                  MarketRows.COLUMNS,
                  PatientContactRows.COLUMNS,
                  MarketRows.joinedTo("o"),
                  PatientContactRows.joinedTo("o")));

  private static final KeyedQuery LINES =
      KeyedQuery.of(
          """
          select l.id, l.kind, l.item_id, l.package_id, l.name, l.quantity, l.unit_price, l.discount_amount,
                 l.discount_kind, l.discount_value, l.tax_amount, l.total_price, l.notes, l.price_source, l.tier_from,
                 l.product_name, l.variant_label
            from order_line l
           where l.tenant_id = ? and l.order_id {keys}
           order by l.order_id, l.position
          """);

  /** So many of a market or status are sorted by number rather than looked for by it. */
  private static final int FEW = 1_000;

  private static final String BY_NUMBER =
      "select id from placed_order where tenant_id = ? and number = ?";

  private static final String OF_DRAFT =
      "select id from placed_order where tenant_id = ? and cart_id = ?";

  private final JdbcClient jdbc;
  private final JdbcOperations trips;
  private final Tenants tenants;

  OrderReader(JdbcClient jdbc, JdbcOperations trips, Tenants tenants) {
    this.jdbc = jdbc;
    this.trips = trips;
    this.tenants = tenants;
  }

  /** The id of an order by its id or number, if there can be one. */
  Optional<String> idOf(String idOrNumber) {
    var number = OrderNumber.in(idOrNumber);
    if (number.isPresent()) {
      return jdbc.sql(BY_NUMBER)
          .param(CurrentTenant.id())
          .param(number.get().value())
          .query(String.class)
          .optional();
    }
    return Ids.isPossible(idOrNumber) ? Optional.of(idOrNumber) : Optional.empty();
  }

  /** The id of the order that a draft became, if it became one. */
  Optional<String> idOfDraft(String cartId) {
    return jdbc.sql(OF_DRAFT)
        .param(CurrentTenant.id())
        .param(cartId)
        .query(String.class)
        .optional();
  }

  /** An order with its lines, if there is one with this id. */
  Optional<OrderDetail> order(String id) {
    var ids = List.of(id);
    var locale = tenants.current().locale();
    var trip = new RoundTrip(trips);
    var orders =
        trip.ask(ORDERS.reading(CurrentTenant.id(), ids, (row, n) -> OrderRow.read(row, locale)));
    var lines = trip.ask(LINES.reading(CurrentTenant.id(), ids, (row, n) -> line(row)));
    trip.make();
    return orders.rows().stream()
        .findFirst()
        .map(
            order ->
                order.detail(
                    lines.rows().stream().filter(line -> !line.isFee()).map(Line::item).toList(),
                    lines.rows().stream()
                        .filter(Line::isFee)
                        .mapToLong(line -> line.item().taxAmount())
                        .sum()));
  }

  /** A page of orders. */
  Page<OrderSummary> page(
      OrderCriteria criteria, OrderSort sort, boolean ascending, Paging paging) {
    return ids(criteria, sort, ascending, paging)
        .read(ids -> KeyedQuery.inOrder(ids, summaries(ids), OrderSummary::id));
  }

  private Page<String> ids(
      OrderCriteria criteria, OrderSort sort, boolean ascending, Paging paging) {
    if (criteria.isFound()) {
      return query(criteria).page(jdbc, sort.order(ascending), paging);
    }
    var scan = criteria.scan();
    long total = jdbc.sql(scan.total()).params(scan.parameters()).query(Long.class).single();
    if (paging.offset() >= total) {
      return new Page<>(List.of(), total);
    }
    boolean few = sort == OrderSort.number && !scan.isAll() && total <= FEW;
    var sql =
        few
            ? scan.pageOfFew(sort, ascending, paging.offset(), paging.size())
            : scan.page(sort, ascending, total, paging.offset(), paging.size());
    return new Page<>(
        jdbc.sql(sql).params(scan.parameters()).query((row, n) -> row.getString("id")).list(),
        total);
  }

  /** The next chunk of them, newest first. */
  Window<OrderSummary> chunk(OrderCriteria criteria, KeysetScrollPosition position) {
    var after = KeysetPosition.after(position);
    var found = criteria.isFound() ? query(criteria).chunk(jdbc, after) : walked(criteria, after);
    var ids = found.stream().limit(KeysetPosition.CHUNK).map(KeysetPosition::id).toList();
    return KeysetPosition.chunk(
        found,
        ids.isEmpty() ? List.of() : KeyedQuery.inOrder(ids, summaries(ids), OrderSummary::id));
  }

  private List<KeysetPosition> walked(OrderCriteria criteria, KeysetPosition after) {
    var scan = criteria.scan();
    return jdbc.sql(scan.chunk(KeysetPosition.CHUNK + 1))
        .params(scan.parameters())
        .param("afterDate", moment(after.createdDate()))
        .param("afterId", after.id())
        .query((row, n) -> KeysetPosition.read(row))
        .list();
  }

  private static PageQuery query(OrderCriteria criteria) {
    var statuses = criteria.statuses();
    var search = criteria.search();
    return new PageQuery("placed_order", CurrentTenant.id())
        .oneOf(
            "x.status", statuses == null ? null : statuses.stream().map(OrderStatus::name).toList())
        .where("x.market_id = ?", criteria.marketId())
        .where("x.patient_id = ?", criteria.customerId())
        .where("x.created_date >= ?", moment(criteria.createdFrom()))
        .where("x.created_date <= ?", moment(criteria.createdTo()))
        .where("x.total >= ?", criteria.totalFrom())
        .where("x.total <= ?", criteria.totalTo())
        .where(
            "x.id in (select order_search(?))", search == null || search.isBlank() ? null : search);
  }

  private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  private List<OrderSummary> summaries(Collection<String> ids) {
    var locale = tenants.current().locale();
    return ORDERS
        .with(jdbc, CurrentTenant.id(), ids)
        .query((row, n) -> OrderRow.read(row, locale).summary())
        .list();
  }

  private record Line(OrderItem item, boolean isFee) {}

  private static Line line(ResultSet row) throws SQLException {
    var tier = Columns.decimalOrNull(row, "tier_from");
    return new Line(
        new OrderItem(
            row.getString("id"),
            row.getString("item_id"),
            row.getString("package_id"),
            row.getString("name"),
            Columns.decimal(row, "quantity"),
            row.getLong("unit_price"),
            row.getLong("discount_amount"),
            DiscountRows.percentage(row),
            row.getLong("tax_amount"),
            row.getLong("total_price"),
            row.getString("notes"),
            Objects.requireNonNull(Columns.nameOrNull(row, "price_source", PriceSource.class)),
            tier == null ? null : new DraftItem.TierTiny(tier),
            row.getString("product_name"),
            row.getString("variant_label")),
        row.getString("kind").equals(LineKind.FEE.name()));
  }
}
