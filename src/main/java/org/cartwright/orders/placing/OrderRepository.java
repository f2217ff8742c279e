package org.cartwright.orders.placing;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrderRepository extends Repository<PlacedOrder, String> {

  /** The order, locked: whoever moves an order comes through here first. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select o from PlacedOrder o where o.id = :id")
  Optional<PlacedOrder> lock(String id);

  /** The same by its number. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select o from PlacedOrder o where o.number = :number")
  Optional<PlacedOrder> lockByNumber(long number);

  /** The record of its fulfilment, read under the order's lock. */
  @Query("select f from OrderFulfilment f where f.orderId = :orderId")
  Optional<OrderFulfilment> fulfilmentOf(String orderId);

  /** The number of the order that a draft became, if it became one. */
  @Query("select o.number from PlacedOrder o where o.cartId = :cartId")
  Optional<Long> numberOf(String cartId);
}
