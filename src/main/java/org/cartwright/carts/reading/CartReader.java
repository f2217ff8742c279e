package org.cartwright.carts.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cartwright.carts.api.CartItem;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.catalog.CatalogRows;
import org.cartwright.lines.stored.DiscountRows;
import org.cartwright.patients.PatientRow;
import org.cartwright.patients.PatientRows;
import org.cartwright.patients.api.PatientSummary;
import org.cartwright.platform.jdbc.Columns;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.staff.ProviderRows;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * Reads carts as they are served from typed rows: the carts with their patients and creators, their
 * lines with what they sell, and their quotes. The same round trip for one cart, a page and a
 * stream, and another if patients have tags. The transaction sees one moment, or holds the cart's
 * lock.
 */
@Component
class CartReader {

  private static final KeyedQuery CARTS =
      KeyedQuery.of(
          """
          select c.id, c.discount_amount, c.discount_kind, c.discount_value, c.tax_amount, c.total, c.subtotal,
                 c.created_date, c.updated_date, c.expires_date, c.notes, c.converted_charge_id,
                 cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                                case when c.quote_id is not null then
                                    cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, cartwright_now()) end,
                                cartwright_now()) as status,
                 %s, %s
            from cart c %s %s
           where c.tenant_id = ? and c.id {keys} and c.archived_date is null
          """
              .formatted(
                  PatientRows.COLUMNS,
                  ProviderRows.COLUMNS,
                  PatientRows.joinedTo("c"),
                  ProviderRows.joinedTo("c")));

  private static final KeyedQuery LINES =
      KeyedQuery.of(
          """
          select l.id, l.cart_id, l.item_id, l.package_id, l.name, l.quantity, l.unit_price, l.discount_amount,
                 l.discount_kind, l.discount_value, l.tax_amount, l.total_price, l.notes, l.created_date, l.updated_date,
                 %s
            from cart_line l %s
           where l.tenant_id = ? and l.cart_id {keys}
           order by l.cart_id, l.position
          """
              .formatted(CatalogRows.COLUMNS, CatalogRows.joinedTo("l")));

  private static final KeyedQuery CURRENCIES =
      KeyedQuery.of(
          "select c.id, c.currency from cart c where c.tenant_id = ? and c.id {keys} and c.archived_date is null");

  private static final KeyedQuery STANDINGS =
      KeyedQuery.of(
          """
          select c.currency,
                 c.quote_id is not null and c.status = 'DRAFT'
                     and (c.quote_valid_until is null or c.quote_valid_until > cartwright_now()
                          or cart_other_quote(c.tenant_id, c.id, c.quote_valid_until, cartwright_now()) = 'WAITING')
                     as is_held
            from cart c
           where c.tenant_id = ? and c.id {keys} and c.archived_date is null
          """);

  private static final String IS_OF_A_MARKET =
      "select exists (select from cart c where c.tenant_id = ? and c.id = ? and c.market_id is not null)";

  private static final KeyedQuery CHANGED =
      KeyedQuery.of(
          "select c.updated_date from cart c where c.tenant_id = ? and c.id {keys} and c.archived_date is null");

  private final JdbcOperations jdbc;
  private final PatientRows patientRows;
  private final CartQuotes cartQuotes;

  CartReader(JdbcOperations jdbc, PatientRows patientRows, CartQuotes cartQuotes) {
    this.jdbc = jdbc;
    this.patientRows = patientRows;
    this.cartQuotes = cartQuotes;
  }

  /** Those of these carts that exist, in the order of the ids. */
  List<CartSummary> read(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    var tenant = CurrentTenant.id();
    var trip = new RoundTrip(jdbc);
    var found = trip.ask(CARTS.reading(tenant, ids, (row, n) -> cart(row)));
    var lines = trip.ask(LINES.reading(tenant, ids, (row, n) -> CartItemRows.read(row)));
    var quotes = trip.ask(cartQuotes.of(ids));
    trip.make();
    return assembled(ids, found.rows(), lines.rows(), quotes.rows());
  }

  /** What the amounts of those of these carts are in that exist, by their ids. */
  Map<String, Currency> currencies(List<String> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var trip = new RoundTrip(jdbc);
    var found =
        trip.ask(
            CURRENCIES.reading(
                CurrentTenant.id(),
                ids,
                (row, n) ->
                    Map.entry(
                        row.getString("id"), Currency.getInstance(row.getString("currency")))));
    trip.make();
    return found.rows().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** How a cart stands, if there is one with this id. */
  Optional<CartQueries.Standing> standing(String id) {
    var trip = new RoundTrip(jdbc);
    var found =
        trip.ask(
            STANDINGS.reading(
                CurrentTenant.id(),
                List.of(id),
                (row, n) ->
                    new CartQueries.Standing(
                        Currency.getInstance(row.getString("currency")),
                        row.getBoolean("is_held"))));
    trip.make();
    return found.rows().stream().findFirst();
  }

  /** Whether a cart is sold in a market. */
  boolean isOfAMarket(String id) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(IS_OF_A_MARKET, Boolean.class, CurrentTenant.id(), id));
  }

  /** When a cart was changed last, if there is one with this id. */
  Optional<Instant> changed(String id) {
    var trip = new RoundTrip(jdbc);
    var found =
        trip.ask(
            CHANGED.reading(
                CurrentTenant.id(), List.of(id), (row, n) -> Columns.instant(row, "updated_date")));
    trip.make();
    return found.rows().stream().findFirst();
  }

  /** Whether a quote was ever made of a cart. */
  boolean isQuoted(String id) {
    var trip = new RoundTrip(jdbc);
    var quotes = trip.ask(cartQuotes.of(List.of(id)));
    trip.make();
    return !quotes.rows().isEmpty();
  }

  private List<CartSummary> assembled(
      List<String> ids, List<CartRow> found, List<CartItem> lines, List<CartQuote> quotes) {
    var carts = HashMap.<String, CartRow>newHashMap(found.size());
    found.forEach(cart -> carts.put(cart.id(), cart));
    var seen = new ArrayList<PatientRow>();
    found.forEach(cart -> seen.add(cart.patient()));
    quotes.forEach(quote -> seen.add(quote.patient()));
    var patients = patientRows.tagged(seen);
    var linesOf = byCart(lines, CartItem::cartId, line -> line);
    var quotesOf =
        byCart(quotes, CartQuote::cartId, quote -> quote.summary(of(quote.patient(), patients)));
    return ids.stream()
        .map(carts::get)
        .filter(Objects::nonNull)
        .map(
            cart ->
                cart.summary(
                    of(cart.patient(), patients),
                    linesOf.getOrDefault(cart.id(), List.of()),
                    quotesOf.getOrDefault(cart.id(), List.of())))
        .toList();
  }

  private static PatientSummary of(PatientRow row, Map<String, PatientSummary> patients) {
    return Objects.requireNonNull(patients.get(row.id()));
  }

  private static <R, S> Map<String, List<S>> byCart(
      List<R> rows, Function<R, @Nullable String> cartId, Function<R, S> served) {
    var byCart = new HashMap<String, List<S>>();
    for (var row : rows) {
      byCart
          .computeIfAbsent(Objects.requireNonNull(cartId.apply(row)), id -> new ArrayList<>())
          .add(served.apply(row));
    }
    return byCart;
  }

  private CartRow cart(ResultSet row) throws SQLException {
    return new CartRow(
        row.getString("id"),
        patientRows.read(row),
        ProviderRows.read(row),
        CartStatus.valueOf(row.getString("status")),
        row.getLong("discount_amount"),
        DiscountRows.percentage(row),
        row.getLong("tax_amount"),
        row.getLong("total"),
        Columns.instant(row, "created_date"),
        Columns.instant(row, "updated_date"),
        Columns.instantOrNull(row, "expires_date"),
        row.getString("notes"),
        row.getString("converted_charge_id"),
        row.getLong("subtotal"));
  }
}
