package org.cartwright.catalog.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import org.cartwright.catalog.ItemEvent;
import org.cartwright.tenancy.Caller;
import org.cartwright.testing.Announcements;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is done to an item is announced once; what is no news is not. */
@CartwrightTest
class ItemEventsTests {

  @Autowired private Clinics clinics;
  @Autowired private Announcements announcements;

  private Clinic clinic;
  private String item;
  private String path;
  private String withdrawal;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    item = clinic.item("Filler", 12_500);
    path = "/inventory/items/update/" + item;
    withdrawal = "/inventory/items/delete/" + item;
  }

  private List<String> heard(Runnable work) {
    return announcements.during(work).stream()
        .filter(ItemEvent.class::isInstance)
        .map(ItemEvent.class::cast)
        .peek(event -> assertThat(event.by()).isEqualTo(byKey()))
        .map(event -> event.type() + " " + event.itemId())
        .toList();
  }

  private Caller byKey() {
    return Caller.withKey(clinic.id(), clinic.keyId());
  }

  private List<String> types(String id) {
    return clinic
        .api()
        .get("/webhooks/events")
        .ok()
        .json()
        .get("data")
        .valueStream()
        .filter(event -> event.at("/data/id").asString().equals(id))
        .map(event -> event.get("type").asString())
        .toList();
  }

  @Test
  void whatIsTakenInChangedAndWithdrawnIsTold() {
    assertThat(heard(() -> clinic.api().put(path, body().with("price", 12_000)).ok()))
        .containsExactly("CHANGED " + item);
    assertThat(heard(() -> clinic.api().delete(withdrawal).ok()))
        .containsExactly("ARCHIVED " + item);
    assertThat(heard(() -> clinic.api().put(path, body().with("isArchived", false)).ok()))
        .containsExactly("CHANGED " + item);
    assertThat(heard(() -> clinic.api().put(path, body().with("isArchived", true)).ok()))
        .containsExactly("ARCHIVED " + item);
    assertThat(types(item))
        .containsExactly(
            "ITEM_CREATED", "ITEM_UPDATED", "ITEM_ARCHIVED", "ITEM_UPDATED", "ITEM_ARCHIVED");
  }

  @Test
  void whatIsSaidAlreadyAndWhatIsRefusedIsNot() {
    clinic.api().delete(withdrawal).ok();

    assertThat(heard(() -> clinic.api().put(path, body().with("price", 12_500)).ok())).isEmpty();
    assertThat(heard(() -> clinic.api().put(path, body()).ok())).isEmpty();
    assertThat(heard(() -> clinic.api().delete(withdrawal).refused(404))).isEmpty();
    assertThat(heard(() -> clinic.api().put(path, body().with("price", -1)).refused(422)))
        .isEmpty();
  }

  @Test
  void ofManyThatAreExemptedThoseAreToldThatWereNot() {
    var tax = clinic.tax("State", "6.25");
    var other = clinic.item("Serum", 4_500);
    var both =
        body()
            .with(
                "updates",
                list(
                    body().with("itemId", item).with("exemptedTaxIds", list(tax)),
                    body().with("itemId", other).with("exemptedTaxIds", list(tax))));
    clinic.api().put(path, body().with("exemptedTaxIds", list(tax))).ok();

    assertThat(heard(() -> clinic.api().post("/inventory/items/bulk-update-taxes", both).ok()))
        .containsExactly("CHANGED " + other);
    assertThat(heard(() -> clinic.api().post("/inventory/items/bulk-update-taxes", both).ok()))
        .isEmpty();
  }
}
