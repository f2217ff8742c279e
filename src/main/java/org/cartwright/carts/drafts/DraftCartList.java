package org.cartwright.carts.drafts;

import java.util.Collection;
import org.cartwright.platform.jdbc.KeyedQuery;
import org.cartwright.platform.jdbc.RowQuery;
import org.cartwright.tenancy.CurrentTenant;

/** What lists of carts that are sold in a market say of them besides. */
public final class DraftCartList {

  private static final KeyedQuery LINES =
      KeyedQuery.of(
          """
          select l.cart_id, count(*) as lines
            from cart_line l
           where l.tenant_id = ? and l.cart_id {keys} and l.kind = 'GOODS'
           group by l.cart_id
          """);

  private DraftCartList() {}

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
