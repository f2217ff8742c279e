package org.cartwright.orders.reading;

import java.util.Optional;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Orders as they are served. */
@Repository
@Transactional(readOnly = true)
public class OrderQueries {

  private final OrderReader reader;

  OrderQueries(OrderReader reader) {
    this.reader = reader;
  }

  /**
   * One order by its id or number.
   *
   * @throws Missing if there is none
   */
  public OrderDetail get(String idOrNumber) {
    return reader.idOf(idOrNumber).flatMap(reader::order).orElseThrow(() -> Missing.a("Order"));
  }

  /** The order that a draft became, if it became one. */
  public Optional<OrderDetail> ofDraft(String cartId) {
    return reader.idOfDraft(cartId).flatMap(reader::order);
  }

  /** A page of orders. */
  public Page<OrderSummary> page(
      OrderCriteria criteria, OrderSort sort, boolean ascending, Paging paging) {
    return reader.page(criteria, sort, ascending, paging);
  }

  /** The next chunk of all orders that are wanted, newest first. */
  public Window<OrderSummary> chunk(OrderCriteria criteria, KeysetScrollPosition position) {
    return reader.chunk(criteria, position);
  }
}
