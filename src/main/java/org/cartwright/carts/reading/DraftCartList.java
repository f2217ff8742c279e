package org.cartwright.carts.reading;

import java.util.Collection;
import org.cartwright.patients.PatientContactRows;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.modulith.NamedInterface;

/**
 * Which carts are sold in a market, for lists of them: those that were neither archived nor placed,
 * with or without a customer.
 */
@NamedInterface("drafts")
public final class DraftCartList {

  /**
   * Where a {@link org.cartwright.platform.paging.PageQuery} finds them: with {@code market_id},
   * {@code created_date}, {@code updated_date}, {@code total}, {@code customer_name} as patients
   * are sorted by it, and {@code status} at this moment.
   */
  public static final String TABLE =
      """
      (select c.tenant_id, c.id, c.market_id, c.created_date, c.updated_date, c.total, p.sort_name as customer_name,
              %s as status
         from cart c %s
        where c.market_id is not null and c.archived_date is null and c.status <> 'CONVERTED')\
      """
          .formatted(
              CartCriteria.STATUS_NOW.replace(":now", "cartwright_now()"),
              PatientContactRows.joinedTo("c"));

  private static final KeyedQuery LINES =
      KeyedQuery.of(
          """
          select l.cart_id, count(*) as lines
            from cart_line l
           where l.tenant_id = ? and l.cart_id {keys} and l.kind = 'GOODS'
           group by l.cart_id
          """);

  private DraftCartList() {}

  /** The ids of those that a search means, by their own id or by whose they are: a query. */
  public static String found() {
    return "select draft_cart_search(?)";
  }

  /** How many lines a cart has, without the fee. */
  public record LineCount(String cartId, int lines) {}

  /** Counts the lines of those of these carts that have any. */
  public static RowQuery<LineCount> lineCounts(Collection<String> cartIds) {
    return LINES.reading(
        CurrentTenant.id(),
        cartIds,
        (row, n) -> new LineCount(row.getString("cart_id"), row.getInt("lines")));
  }
}
