package org.cartwright.stock.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.List;
import org.cartwright.stock.StockEvent;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever happens to stock is announced once; what is no news is not. */
@CartwrightTest
class StockEventsTests {

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;

  private Clinic clinic;
  private String item;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    item = clinic.item("Shirt", 2_500);
  }

  private Answer say(String policy) {
    return clinic.api().put("/orders/stock/" + item, body().with("policy", policy)).ok();
  }

  private Answer move(String kind, int quantity) {
    return clinic
        .api()
        .post(
            "/orders/stock/" + item + "/movements",
            body().with("kind", kind).with("quantity", quantity));
  }

  private List<String> heard(Runnable work) {
    return announcements.during(work).stream()
        .filter(StockEvent.class::isInstance)
        .map(StockEvent.class::cast)
        .peek(event -> assertThat(event.by()).isEqualTo(byKey()))
        .map(event -> event.type() + " " + event.itemId())
        .toList();
  }

  private Caller byKey() {
    return Caller.withKey(clinic.id(), clinic.keyId());
  }

  @Test
  void whatComesInGoesOutComesBackAndIsCountedIsTold() {
    assertThat(heard(() -> say("DENY"))).containsExactly("POLICY " + item);
    assertThat(heard(() -> move("RECEIVED", 5).ok())).containsExactly("RECEIVED " + item);
    assertThat(heard(() -> move("SOLD", 2).ok())).containsExactly("SOLD " + item);
    assertThat(heard(() -> move("RETURNED", 1).ok())).containsExactly("RETURNED " + item);
    assertThat(heard(() -> move("CORRECTED", -1).ok())).containsExactly("CORRECTED " + item);

    assertThat(
            clinic
                .api()
                .get("/webhooks/events")
                .ok()
                .json()
                .get("data")
                .valueStream()
                .filter(event -> event.at("/data/object").asString().equals("stock"))
                .map(
                    event ->
                        event.get("type").asString()
                            + " "
                            + event.at("/data/sequence").asLong()
                            + " "
                            + event.at("/data/reason").asString()))
        .containsExactly(
            "STOCK_UPDATED 1 POLICY",
            "STOCK_ADDED 2 RECEIVED",
            "STOCK_DRAWDOWN 3 SOLD",
            "STOCK_UPDATED 4 RETURNED",
            "STOCK_UPDATED 5 CORRECTED");
  }

  @Test
  void whatIsSaidAlreadyAndWhatIsRefusedIsNot() {
    var said = say("DENY").text();

    assertThat(heard(() -> assertThat(say("DENY").text()).isEqualTo(said))).isEmpty();
    assertThat(heard(() -> move("SOLD", 1).refused(409))).isEmpty();
    assertThat(clinic.api().get("/orders/stock/" + item).ok().text()).isEqualTo(said);
  }
}
