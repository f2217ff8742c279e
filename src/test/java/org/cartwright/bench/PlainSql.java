package org.cartwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.cartwright.platform.Ids;

/**
 * The same work as the service's in plain prepared SQL over one connection: each time a transaction
 * that names its tenant first, under row-level security, by keys. What it reads is read to the last
 * column. This is the limit the service is measured against, not a service: nothing is priced,
 * checked or spelled out.
 */
final class PlainSql implements AutoCloseable {

  private static final String CART =
      "select c.*, p.* from cart c join patient p on p.tenant_id = c.tenant_id and p.id = c.patient_id"
          + " where c.tenant_id = ? and c.id = any(?)";
  private static final String LINES =
      "select l.*, i.* from cart_line l left join item i on i.tenant_id = l.tenant_id and i.id = l.item_id"
          + " where l.tenant_id = ? and l.cart_id = any(?) order by l.cart_id, l.position";
  private static final String QUOTES =
      "select q.* from quote q where q.tenant_id = ? and q.cart_id = any(?) order by q.cart_id, q.created_date desc";
  private static final String COPY_CART =
      """
      insert into cart (tenant_id, id, version, patient_id, status, currency, discount_kind, discount_value, subtotal,
          discount_amount, tax_amount, total, created_date, updated_date)
      select tenant_id, ?, 0, patient_id, 'DRAFT', currency, discount_kind, discount_value, subtotal, discount_amount,
          tax_amount, total, now(), now()
        from cart where tenant_id = ? and id = ?
      """;
  private static final String COPY_LINES =
      """
      insert into cart_line (tenant_id, id, cart_id, position, item_id, package_id, name, quantity, unit_price,
          price_source, discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount,
          taxes, created_date, updated_date)
      select tenant_id, 'line_' || gen_random_uuid(), ?, position, item_id, package_id, name, quantity, unit_price,
          price_source, discount_kind, discount_value, gross, discount_amount, total_price, share, tax_amount,
          taxes, now(), now()
        from cart_line where tenant_id = ? and cart_id = ?
      """;
  private static final String CHARGE =
      """
      insert into charge (tenant_id, id, patient_id, source_kind, source_id, currency, total, created_date)
      select tenant_id, ?, patient_id, 'CART', id, currency, total, now() from cart where tenant_id = ? and id = ?
      """;
  private static final String CHARGE_ITEMS =
      """
      insert into charge_item (tenant_id, id, charge_id, position, item_id, package_id, name, quantity, price,
          discount_amount, tax_amount, taxes)
      select tenant_id, 'chi_' || gen_random_uuid(), ?, position, item_id, package_id, name, quantity::integer,
          unit_price, discount_amount, tax_amount, taxes
        from cart_line where tenant_id = ? and cart_id = ?
      """;

  private final Connection connection;
  private final String tenant;
  private final PreparedStatement begin;

  PlainSql(Database database, String tenant) throws SQLException {
    this.connection = database.connect();
    this.tenant = tenant;
    connection.setAutoCommit(false);
    begin = connection.prepareStatement("select set_config('cartwright.tenant', ?, true)");
    begin.setString(1, tenant);
  }

  private interface Work {
    void work() throws SQLException;
  }

  private Operation operation(Work work) {
    return new Operation() {
      @Override
      public void once() throws SQLException {
        begin.execute();
        work.work();
        connection.commit();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  Operation read(List<String> carts) throws SQLException {
    var statements = List.of(prepare(CART), prepare(LINES), prepare(QUOTES));
    return operation(
        () -> {
          var one = List.of(Desk.Stock.any(carts));
          for (var statement : statements) {
            readAll(by(one, statement));
          }
        });
  }

  Operation page() throws SQLException {
    var count = prepare("select count(*) from cart where tenant_id = ? and archived_date is null");
    var newest =
        prepare(
            "select id from cart where tenant_id = ? and archived_date is null"
                + " order by created_date desc, id desc limit 20 offset ?");
    var statements = List.of(prepare(CART), prepare(LINES), prepare(QUOTES));
    return operation(
        () -> {
          count.setString(1, tenant);
          readAll(count);
          newest.setString(1, tenant);
          newest.setInt(2, 20 * ThreadLocalRandom.current().nextInt(10));
          var ids = readAll(newest);
          for (var statement : statements) {
            readAll(by(ids, statement));
          }
        });
  }

  /** On a cart of the client's own, without discounts: reads it, changes one line and the sums. */
  Operation changeLine(String cart, String line) throws SQLException {
    var lock = prepare("select * from cart where tenant_id = ? and id = any(?) for no key update");
    var lines = prepare(LINES);
    var change =
        connection.prepareStatement(
            "update cart_line set quantity = ?, gross = unit_price * ?, total_price = unit_price * ?, updated_date = now()"
                + " where tenant_id = ? and id = ?");
    var sum =
        connection.prepareStatement(
            """
            update cart set version = version + 1, updated_date = now(),
                   subtotal = lines.subtotal, total = lines.subtotal + tax_amount
              from (select sum(total_price)::bigint as subtotal from cart_line where tenant_id = ? and cart_id = ?) lines
             where tenant_id = ? and id = ?""");
    var quantity = new int[] {1};
    return operation(
        () -> {
          readAll(by(List.of(cart), lock));
          readAll(by(List.of(cart), lines));
          int next = 2 + quantity[0]++ % 50;
          for (int i = 1; i <= 3; i++) {
            change.setInt(i, next);
          }
          change.setString(4, tenant);
          change.setString(5, line);
          require(change.executeUpdate(), 1);
          for (int i = 1; i <= 3; i += 2) {
            sum.setString(i, tenant);
            sum.setString(i + 1, cart);
          }
          require(sum.executeUpdate(), 1);
        });
  }

  /** Like one that has three lines. */
  Operation create(String like) throws SQLException {
    var cart = connection.prepareStatement(COPY_CART);
    var lines = connection.prepareStatement(COPY_LINES);
    return operation(
        () -> {
          var id = Ids.next("cart");
          require(copy(cart, id, like), 1);
          require(copy(lines, id, like), 3);
        });
  }

  /** Of carts with three lines, as long as there are any. */
  Operation convert(java.util.Queue<String> opened) throws SQLException {
    var charge = connection.prepareStatement(CHARGE);
    var items = connection.prepareStatement(CHARGE_ITEMS);
    var convert =
        connection.prepareStatement(
            "update cart set status = 'CONVERTED', converted_charge_id = ?, version = version + 1, updated_date = now()"
                + " where tenant_id = ? and id = ? and status = 'DRAFT'");
    return operation(
        () -> {
          var cart = opened.remove();
          var id = Ids.next("chg");
          require(copy(charge, id, cart), 1);
          require(copy(items, id, cart), 3);
          require(copy(convert, id, cart), 1);
        });
  }

  private int copy(PreparedStatement statement, String id, String from) throws SQLException {
    statement.setString(1, id);
    statement.setString(2, tenant);
    statement.setString(3, from);
    return statement.executeUpdate();
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    return connection.prepareStatement(sql);
  }

  private PreparedStatement by(List<String> ids, PreparedStatement statement) throws SQLException {
    statement.setString(1, tenant);
    statement.setArray(2, connection.createArrayOf("text", ids.toArray()));
    return statement;
  }

  /** Every column of every row; answers the first column. */
  private static List<String> readAll(PreparedStatement statement) throws SQLException {
    var first = new ArrayList<String>();
    try (ResultSet rows = statement.executeQuery()) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        first.add(rows.getString(1));
        for (int i = 2; i <= columns; i++) {
          rows.getString(i);
        }
      }
    }
    return first;
  }

  private static void require(int changed, int expected) throws SQLException {
    if (changed != expected) {
      throw new SQLException(changed + " rows instead of " + expected);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
