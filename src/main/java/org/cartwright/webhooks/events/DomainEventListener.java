package org.cartwright.webhooks.events;

import java.time.Instant;
import java.util.Currency;
import org.cartwright.carts.CartEvent;
import org.cartwright.catalog.ItemEvent;
import org.cartwright.charges.ChargeOpened;
import org.cartwright.charges.ChargeVoided;
import org.cartwright.charges.PaymentSucceeded;
import org.cartwright.charges.RefundMade;
import org.cartwright.messages.MessageDelivered;
import org.cartwright.messages.MessageFailed;
import org.cartwright.messages.Occasion;
import org.cartwright.orders.placing.OrderEvent;
import org.cartwright.patients.PatientEvent;
import org.cartwright.quotes.QuoteEvent;
import org.cartwright.stock.StockEvent;
import org.cartwright.tenancy.Caller;
import org.cartwright.webhooks.api.EventType;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what the house announces, and has it written down without what is nobody's business. */
@Component
class DomainEventListener {

  private final EventLog log;

  DomainEventListener(EventLog log) {
    this.log = log;
  }

  @EventListener
  void on(CartEvent event) {
    note(
        EventType.valueOf("CART_" + event.type()),
        event.cartId(),
        amount("total", event.total(), event.currency()).with("patientId", event.patientId()),
        event.by(),
        event.moment());
  }

  @EventListener
  void on(QuoteEvent event) {
    var facts =
        amount("total", event.total(), event.currency()).with("patientId", event.patientId());
    if (event.type() == QuoteEvent.Type.CONVERTED) {
      facts.with("chargeId", event.detail());
    }
    if (event.type() == QuoteEvent.Type.REPLACED) {
      facts.with("replacedBy", event.detail());
    }
    note(
        EventType.valueOf("QUOTE_" + event.type()),
        event.quoteId(),
        facts,
        event.by(),
        event.moment());
  }

  @EventListener
  void on(OrderEvent event) {
    var type =
        switch (event.type()) {
          case PLACED -> EventType.ORDER_PLACED;
          case APPROVED -> EventType.ORDER_APPROVED;
          case SHIPPED -> EventType.ORDER_SHIPPED;
          case READY_FOR_PICKUP -> EventType.ORDER_READY_FOR_PICKUP;
          case DELIVERED -> EventType.ORDER_FULFILLED;
          case FAILED -> EventType.ORDER_DELIVERY_FAILED;
          case CANCELLED -> EventType.ORDER_CANCELLED;
        };
    note(
        type,
        event.orderId(),
        amount("total", event.total(), event.currency())
            .with("number", event.number())
            .with("customerId", event.customerId()),
        event.by(),
        event.moment());
  }

  @EventListener
  void on(ChargeOpened event) {
    note(
        EventType.CHARGE_CREATED,
        event.chargeId(),
        amount("total", event.total(), event.currency()).with("patientId", event.patientId()),
        event.by(),
        event.moment());
  }

  @EventListener
  void on(ChargeVoided event) {
    note(
        EventType.CHARGE_VOIDED,
        event.chargeId(),
        amount("total", event.total(), event.currency()).with("patientId", event.patientId()),
        event.by(),
        event.moment());
  }

  /** A payment is made and has succeeded in one: no card is charged here. */
  @EventListener
  void on(PaymentSucceeded event) {
    for (var type : new EventType[] {EventType.PAYMENT_CREATED, EventType.PAYMENT_SUCCEEDED}) {
      note(
          type,
          event.paymentId(),
          amount("amount", event.amount(), event.currency())
              .with("status", "SUCCEEDED")
              .with("paymentMedium", event.medium())
              .with("chargeId", event.chargeId())
              .with("patientId", event.patientId()),
          event.by(),
          event.moment());
    }
  }

  @EventListener
  void on(RefundMade event) {
    for (var type : new EventType[] {EventType.REFUND_CREATED, EventType.REFUND_SUCCEEDED}) {
      note(
          type,
          event.refundId(),
          amount("amount", event.amount(), event.currency())
              .with("status", "SUCCEEDED")
              .with("paymentId", event.paymentId())
              .with("chargeId", event.chargeId())
              .with("patientId", event.patientId()),
          event.by(),
          event.moment());
    }
  }

  @EventListener
  void on(PatientEvent event) {
    var type =
        switch (event.type()) {
          case CREATED -> EventType.PATIENT_CREATED;
          case CHANGED -> EventType.PATIENT_UPDATED;
          case ARCHIVED -> EventType.PATIENT_ARCHIVED;
        };
    note(type, event.patientId(), Facts.none(), event.by(), event.moment());
  }

  @EventListener
  void on(ItemEvent event) {
    var type =
        switch (event.type()) {
          case CREATED -> EventType.ITEM_CREATED;
          case CHANGED -> EventType.ITEM_UPDATED;
          case ARCHIVED -> EventType.ITEM_ARCHIVED;
        };
    note(type, event.itemId(), Facts.none(), event.by(), event.moment());
  }

  @EventListener
  void on(StockEvent event) {
    var type =
        switch (event.type()) {
          case RECEIVED -> EventType.STOCK_ADDED;
          case SOLD -> EventType.STOCK_DRAWDOWN;
          case RETURNED, CORRECTED, POLICY -> EventType.STOCK_UPDATED;
        };
    note(
        type,
        event.itemId(),
        Facts.none().with("reason", event.type().name()),
        event.by(),
        event.moment());
  }

  @EventListener
  void on(MessageDelivered event) {
    var type =
        switch (event.channel()) {
          case EMAIL -> EventType.EMAIL_SENT;
          case SMS -> EventType.MESSAGE_SENT;
        };
    message(type, event.messageId(), event.occasion(), event.about(), event.moment());
  }

  @EventListener
  void on(MessageFailed event) {
    var type =
        switch (event.channel()) {
          case EMAIL -> EventType.EMAIL_FAILED;
          case SMS -> EventType.MESSAGE_FAILED;
        };
    message(type, event.messageId(), event.occasion(), event.about(), event.moment());
  }

  /**
   * Word of an event that was given up is none itself: it would be given up, too. How staff come in
   * is nobody else's business.
   */
  private void message(
      EventType type, String messageId, Occasion occasion, String about, Instant moment) {
    if (occasion != Occasion.EVENT_GIVEN_UP && occasion != Occasion.CONSOLE_SIGN_IN) {
      note(
          type,
          messageId,
          Facts.none().with("occasion", occasion.name()).with("about", about),
          Caller.current(),
          moment);
    }
  }

  private static Facts amount(String name, long amount, Currency currency) {
    return Facts.none().with(name, amount).with("currency", currency.getCurrencyCode());
  }

  private void note(EventType type, String objectId, Facts facts, Caller by, Instant moment) {
    log.note(new NotedEvent(type, objectId, facts.with("by", by.kind().name()), moment));
  }
}
