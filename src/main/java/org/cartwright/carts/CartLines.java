package org.cartwright.carts;

import java.util.List;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.LineTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The lines of carts. */
@Repository
class CartLines {

  private final LineTable table;

  CartLines(JdbcClient jdbc, JsonMapper json) {
    table = new LineTable("cart_line", "cart_id", "notes", "tenant_id, id", jdbc, json);
  }

  /** The lines of a cart, in served order. */
  List<LineItem> of(String cartId) {
    return table.of(cartId);
  }

  /** Stores the lines of a cart as they now are. */
  void store(Cart cart) {
    table.store(cart.id(), cart.items().lines());
  }
}
