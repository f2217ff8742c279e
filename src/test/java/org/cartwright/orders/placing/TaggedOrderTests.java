package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Drafts and orders are changed only as they were seen, if the client says so. */
@CartwrightTest
class TaggedOrderTests {

  @Autowired private Clinics clinics;

  private OrderDesk desk;
  private String shirt;

  @BeforeEach
  void openAShop() {
    desk = OrderDesk.open(clinics);
    shirt = desk.shop().item("Shirt", 59000);
  }

  private Api ifMatch(Answer seen) {
    return desk.api().with("If-Match", tag(seen));
  }

  private static String tag(Answer answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static void isRefused(Answer answer, Answer present) {
    assertThat(tag(answer.refused(412))).isEqualTo(tag(present));
  }

  private void isKnown(String path, Answer answer) {
    var again = desk.api().with("If-None-Match", tag(answer)).get(path);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(tag(again)).isEqualTo(tag(answer));
  }

  @Test
  void aDraftIsChangedAsItWasSeenOnly() {
    var draft = desk.draft(shirt, 1);
    var path = OrderDesk.draftPath(draft);
    var linePath = path + "/items/" + draft.at("/items/0/id");
    isKnown(path, draft);

    var changed = ifMatch(draft).put(linePath, line().quantity(2)).ok();

    isKnown(path, changed);
    isRefused(ifMatch(draft).put(linePath, line().quantity(3)), changed);
    isRefused(ifMatch(draft).put(path, desk.order(shirt, 4)), changed);
    isRefused(ifMatch(draft).post(path + "/items", line(shirt)), changed);
    isRefused(ifMatch(draft).delete(linePath), changed);
    isRefused(
        ifMatch(draft).post(path + "/place", body().with("contactPhone", OrderDesk.PHONE)),
        changed);
    isRefused(ifMatch(draft).delete(path), changed);
    assertThat(desk.api().get(path).ok().text()).isEqualTo(changed.text());

    ifMatch(changed).post(path + "/place", body().with("contactPhone", OrderDesk.PHONE)).ok();
  }

  /** What the draft says of its stock is part of its document, and nobody changed the draft. */
  @Test
  void aDraftThatIsOutOfStockMeanwhileIsNotAsItWasSeen() {
    desk.stock(shirt, "DENY", 5);
    var draft = desk.draft(shirt, 2);
    var path = OrderDesk.draftPath(draft);
    desk.place(desk.draft(shirt, 4)).ok();
    var present = desk.api().get(path).ok();

    assertThat(tag(present)).isNotEqualTo(tag(draft));
    isRefused(
        ifMatch(draft).post(path + "/place", body().with("contactPhone", OrderDesk.PHONE)),
        present);
  }

  @Test
  void anOrderIsChangedAsItWasSeenOnlyAlsoByItsNumber() {
    var order = desk.place(desk.draft(shirt, 1)).ok();
    var byNumber = "/orders/" + order.at("/number").replace("#", "%23");
    isKnown(OrderDesk.path(order), order);
    isKnown(byNumber, order);

    var approved = ifMatch(order).post(byNumber + "/approve", "").ok();

    isKnown(OrderDesk.path(order), approved);
    isRefused(
        ifMatch(order).post(OrderDesk.path(order) + "/cancel", body().with("reason", "Twice")),
        approved);
    isRefused(
        ifMatch(order).post(byNumber + "/fulfilment/events", body().with("type", "SHIPPED")),
        approved);
    assertThat(desk.read(order).text()).isEqualTo(approved.text());

    ifMatch(approved).post(OrderDesk.path(order) + "/cancel", body().with("reason", "Twice")).ok();
  }
}
