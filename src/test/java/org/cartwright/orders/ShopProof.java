package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.cartwright.orders.ShopModel.Draft;
import org.cartwright.orders.ShopModel.Order;
import org.cartwright.orders.ShopModel.Quote;
import org.cartwright.testing.Answer;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.oracle.DraftFigures;
import tools.jackson.databind.JsonNode;

/** Compares what a shop serves, and what its database holds, with a model of it. */
final class ShopProof implements AutoCloseable {

  /** What a refusal must leave as it is, without what is written once a mail has gone out. */
  private static final List<String> TABLES =
      List.of(
          "cart",
          "cart_line",
          "draft_order",
          "draft_tombstone",
          "customer_address",
          "quote",
          "quote_line",
          "quote_acceptance",
          "placed_order",
          "order_line",
          "order_fulfilment",
          "order_event",
          "order_number",
          "stock_level",
          "stock_movement",
          "stock_taking",
          "stock_reservation",
          "coupon",
          "coupon_use",
          "charge",
          "charge_item");

  /** Messages are sent in their own time; only that there are no others is meant. */
  private static final String MESSAGES =
      "select 'message', md5(string_agg(t.id, '|' order by t.id)) from message t where t.tenant_id = ?";

  private static final String LEVELS =
      """
      select l.id, l.on_hand::bigint as on_hand,
             coalesce((select sum(m.change) from stock_movement m
                        where m.tenant_id = l.tenant_id and m.item_id = l.id), 0)::bigint as moved
        from stock_level l where l.tenant_id = ?
      """;

  private static final String USES =
      """
      select c.id, c.used as used,
             (select count(*) from coupon_use u
               where u.tenant_id = c.tenant_id and u.coupon_id = c.id and u.given_back_date is null) as counted
        from coupon c where c.tenant_id = ?
      """;

  private final ShopWalk walk;
  private final Connection database = TestDatabase.shared().superuser();
  private final String digest;
  private Runnable job = () -> {};

  ShopProof(ShopWalk walk) {
    this.walk = walk;
    digest =
        TABLES.stream()
            .map(
                table ->
                    "select '%1$s', md5(string_agg(t::text, '|' order by t::text)) from %1$s t where t.tenant_id = ?"
                        .formatted(table))
            .collect(Collectors.joining(" union all ", "", " union all " + MESSAGES));
  }

  /** What is done when somebody looks at what time has done. */
  void catchingUpBy(Runnable jobs) {
    job = jobs;
  }

  void catchUp() {
    job.run();
  }

  /** All that the database holds of the shop, in short. */
  Map<String, String> everything() {
    var tenants = new String[TABLES.size() + 1];
    Arrays.fill(tenants, walk.desk.clinic().id());
    return ask(digest, tenants, row -> String.valueOf(row.getString(2)));
  }

  private interface Reading<T> {
    T of(java.sql.ResultSet row) throws SQLException;
  }

  private <T> Map<String, T> ask(String sql, String[] parameters, Reading<T> reading) {
    try (var statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var found = new TreeMap<String, T>();
      var rows = statement.executeQuery();
      while (rows.next()) {
        found.put(rows.getString(1), reading.of(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everybody sees the model. */
  void everybodySeesTheModel() {
    var model = walk.model;
    var drafts = walk.api().get("/orders/drafts?per_page=1000").ok().json();
    assertThat(by(drafts, one -> said(one, "status", "total", "itemCount")))
        .isEqualTo(
            model.drafts.stream()
                .filter(Draft::isThere)
                .collect(
                    sorted(
                        draft -> draft.id,
                        draft ->
                            draft.status()
                                + " "
                                + draft.figures.total()
                                + " "
                                + draft.lines.size())));
    assertThat(
            by(
                walk.api().get("/billing/quote/list?size=100").ok().json(),
                one -> said(one, "status", "total")))
        .isEqualTo(
            model.quotes.stream()
                .collect(
                    sorted(
                        quote -> quote.id,
                        (Quote quote) -> quote.status() + " " + quote.figures.total())));
    assertThat(
            by(
                walk.api().get("/orders?per_page=1000").ok().json(),
                one -> said(one, "status", "fulfilmentStatus", "total")))
        .isEqualTo(
            model.orders.stream()
                .collect(
                    sorted(
                        order -> order.id,
                        order ->
                            order.status + " " + order.fulfilment + " " + order.figures.total())));
    var shop = new String[] {walk.desk.clinic().id()};
    assertThat(ask(LEVELS, shop, row -> row.getLong("on_hand") + " " + row.getLong("moved")))
        .isEqualTo(
            walk.items.stream()
                .collect(sorted(item -> item.id, item -> item.onHand + " " + item.onHand)));
    assertThat(ask(USES, shop, row -> row.getInt("used") + " " + row.getInt("counted")))
        .isEqualTo(
            walk.coupons.stream()
                .collect(
                    sorted(
                        coupon -> coupon.id,
                        coupon -> coupon.uses.size() + " " + coupon.uses.size())));
    walk.anyDraft()
        .ifPresent(draft -> served(draft, walk.api().get("/orders/drafts/" + draft.id).ok()));
    walk.anyOrder()
        .ifPresent(
            order -> {
              served(order, walk.api().get("/orders/" + order.id).ok());
              charged(order);
            });
  }

  private static <T> Collector<T, ?, ? extends Map<String, String>> sorted(
      Function<T, String> key, Function<T, String> value) {
    return Collectors.toMap(key, value, (a, b) -> a + " and " + b, TreeMap::new);
  }

  private static Map<String, String> by(JsonNode page, Function<JsonNode, String> said) {
    var found = new TreeMap<String, String>();
    page.get("data").forEach(one -> found.put(one.get("id").asString(), said.apply(one)));
    return found;
  }

  private static String said(JsonNode one, String... names) {
    var words = new ArrayList<String>();
    for (var name : names) {
      var value = one.get(name);
      words.add(value.isNull() ? "null" : value.asString());
    }
    return String.join(" ", words);
  }

  /** A draft is served as the model has it. */
  void served(Draft draft, Answer answer) {
    var json = answer.json();
    assertThat(answer.at("/status")).isEqualTo(draft.status().name());
    figures(json, draft.figures, draft.fee(), draft.market.isInside());
    var blockers = new ArrayList<String>();
    json.get("blockers").forEach(one -> blockers.add(one.get("code").asString()));
    assertThat(blockers).isEqualTo(draft.blockers());
    for (int i = 0; i < draft.lines.size(); i++) {
      var line = draft.lines.get(i);
      var one = json.get("items").get(i);
      assertThat(one.get("id").asString()).isEqualTo(line.id());
      assertThat(one.get("itemId").asString()).isEqualTo(line.item().id);
      assertThat(one.get("quantity").longValue()).isEqualTo(line.quantity());
      assertThat(one.get("availability").get("short").booleanValue())
          .isEqualTo(draft.isShort(line));
    }
    assertThat(json.get("coupon").isNull()).isEqualTo(draft.codeThatCounts() == null);
  }

  /** An order is served as the model has it. */
  void served(Order order, Answer answer) {
    figures(answer.json(), order.figures, order.fee, order.market.isInside());
    assertThat(answer.at("/status")).isEqualTo(order.status);
    assertThat(answer.at("/market/code")).isEqualTo(order.market.code());
    assertThat(answer.at("/cartId")).isEqualTo(order.draft.id);
  }

  private void charged(Order order) {
    var json = walk.api().get("/orders/" + order.id).ok();
    var charge = walk.api().get("/billing/charge/get/" + json.at("/chargeId")).ok();
    assertThat(charge.at("/status"))
        .isEqualTo(order.status.equals("CANCELLED") ? "VOID" : "OUTSTANDING");
    assertThat(charge.number("/total")).isEqualTo(order.figures.total().longValueExact());
  }

  /** The figures are those of the oracle, and add up by themselves. */
  private static void figures(JsonNode json, DraftFigures expected, long fee, boolean isInside) {
    long goods = json.get("goodsTotal").longValue();
    long discount = json.get("discountAmount").longValue();
    long coupon = json.get("couponDiscountAmount").longValue();
    long tax = json.get("taxAmount").longValue();
    long total = json.get("total").longValue();
    assertThat(json.get("fee").longValue()).isEqualTo(fee);
    assertThat(List.of(goods + fee, discount, coupon, tax, total))
        .isEqualTo(
            List.of(
                expected.subtotal().longValueExact(),
                expected.discount().longValueExact(),
                expected.coupon().longValueExact(),
                expected.tax().longValueExact(),
                expected.total().longValueExact()));
    assertThat(total).isEqualTo(goods + fee - discount - coupon + (isInside ? 0 : tax));
    long sum = 0;
    long taxes =
        json.get("fulfilment").isNull()
            ? 0
            : json.get("fulfilment").get("feeTaxAmount").longValue();
    for (int i = 0; i < json.get("items").size(); i++) {
      var one = json.get("items").get(i);
      var line = expected.lines().get(i);
      assertThat(BigInteger.valueOf(one.get("unitPrice").longValue())).isEqualTo(line.unitPrice());
      assertThat(BigInteger.valueOf(one.get("totalPrice").longValue())).isEqualTo(line.net());
      assertThat(BigInteger.valueOf(one.get("taxAmount").longValue())).isEqualTo(line.tax());
      sum += one.get("totalPrice").longValue();
      taxes += one.get("taxAmount").longValue();
    }
    assertThat(sum).isEqualTo(goods);
    assertThat(taxes).isEqualTo(tax);
    assertThat(json.get("itemCount").intValue()).isEqualTo(json.get("items").size());
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
