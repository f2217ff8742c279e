package org.cartwright.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@CartwrightTest
class WebhookTests {

  private static final String CREATE = "/webhook/decoda/create";
  private static final String URL = "https://hooks.example/cartwright";

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;

  private Api api;

  @BeforeEach
  void openAClinic() {
    api = clinics.open().api();
  }

  private static AnyBody alerts(String... alerts) {
    return body().with("subscriptions", list((Object[]) alerts)).with("url", URL);
  }

  private static AnyBody types(String... types) {
    return body().with("types", list((Object[]) types)).with("url", URL);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private List<String> subscriptions(String id) {
    return texts(api.get("/webhook/decoda/get/" + id).ok().json().get("subscriptions"));
  }

  private List<String> typesOf(String id) {
    return texts(api.get("/webhooks/" + id).ok().json().get("types"));
  }

  @Test
  void alertsAndWhatElseHappensHereAreToldApartAndLeaveEachOtherAlone() {
    var id = api.post(CREATE, alerts("PATIENT_CREATED", "FORM_SUBMITTED")).ok().at("/id");
    assertThat(typesOf(id)).containsExactly("PATIENT_CREATED");

    api.put("/webhooks/" + id, types("CART_CREATED", "CHARGE_CREATED", "CART_CREATED")).ok();
    assertThat(subscriptions(id)).containsExactly("CHARGE_CREATED", "FORM_SUBMITTED");
    assertThat(typesOf(id)).containsExactly("CART_CREATED", "CHARGE_CREATED");

    api.put(
            "/webhook/decoda/update/" + id,
            body().with("subscriptions", list("REFUND_CREATED", "REFUND_CREATED")))
        .ok();
    assertThat(subscriptions(id)).containsExactly("REFUND_CREATED");
    assertThat(typesOf(id)).containsExactly("REFUND_CREATED", "CART_CREATED");
  }

  @Test
  void whatIsLeftOutOfAChangeStaysAndNullClearsTheEmailAddressAlone() {
    var hook =
        api.post(CREATE, alerts("PATIENT_CREATED").with("notificationEmail", "it@a.example")).ok();
    var path = "/webhook/decoda/update/" + hook.at("/id");

    var same = api.put(path, body().with("url", null).with("subscriptions", null)).ok();
    var silent = api.put(path, body().with("notification_email", null)).ok();

    assertThat(same.at("/notificationEmail")).isEqualTo("it@a.example");
    assertThat(same.at("/url")).isEqualTo(URL);
    assertThat(silent.json().get("notificationEmail").isNull()).isTrue();
    assertThat(subscriptions(hook.at("/id"))).containsExactly("PATIENT_CREATED");
    assertThat(silent.at("/secret")).isEqualTo(hook.at("/secret"));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var wrong =
        body()
            .with("subscriptions", list("CART_CREATED", "PATIENT_CREATED", 1))
            .with("url", "")
            .with("notificationEmail", "the desk");
    assertThat(api.post(CREATE, wrong).violations())
        .containsExactly(
            "[body, subscriptions, 0] enum",
            "[body, subscriptions, 2] enum",
            "[body, url] string_too_short",
            "[body, notificationEmail] string_pattern_mismatch");
    assertThat(api.post(CREATE, alerts().with("url", "https://10.0.0.1/")).violation())
        .isEqualTo("[body, url] value_error");
    assertThat(api.post("/webhooks", types("FORM_SUBMITTED")).violation())
        .isEqualTo("[body, types, 0] enum");
    assertThat(api.get("/webhook/decoda/list").ok().json().size()).isZero();
  }

  @Test
  void anotherClinicsWebhookIsAMissingOne() {
    var id = api.post(CREATE, alerts("PATIENT_CREATED")).ok().at("/id");
    var other = clinics.open().api();

    for (var path : List.of("/webhook/decoda/get/%s", "/webhooks/%s", "/webhooks/%s/deliveries")) {
      var foreign = other.get(path.formatted(id)).refused(404);
      var missing = other.get(path.formatted("hook_none")).refused(404);
      assertThat(foreign.text()).isEqualTo(missing.text());
    }
    other.put("/webhook/decoda/update/" + id, body().with("url", URL)).refused(404);
    other.put("/webhooks/" + id, types()).refused(404);
    other.post("/webhooks/" + id + "/rotate-secret", "").refused(404);
    other.delete("/webhook/decoda/delete/" + id).refused(404);
    other.delete("/webhooks/" + id).refused(404);
    assertThat(other.get("/webhook/decoda/list?include_archived=true").ok().json().size()).isZero();
    assertThat(other.get("/webhooks").ok().json().size()).isZero();
    assertThat(subscriptions(id)).containsExactly("PATIENT_CREATED");
  }

  @Test
  void ofManyThatAreMadeAtOnceNoneIsTheTwentyFirst() {
    for (int n = 2; n < Webhooks.MOST; n++) {
      api.post(CREATE, alerts()).ok();
    }
    Callable<Integer> one = () -> api.post("/webhooks", types()).status();

    assertThat(AtOnce.all(Collections.nCopies(6, one)))
        .containsExactlyInAnyOrder(200, 200, 409, 409, 409, 409);
    assertThat(api.get("/webhooks").ok().json().size()).isEqualTo(Webhooks.MOST);
  }

  @Test
  void aClinicHasTwentyWebhooksAndMakesRoomByDeletingOne() {
    var last = api.post(CREATE, alerts()).ok();
    for (int n = 1; n < Webhooks.MOST; n++) {
      api.post(CREATE, alerts()).ok();
    }
    assertThat(api.post(CREATE, alerts()).refused(409).at("/detail"))
        .isEqualTo("There are 20 webhooks already; delete one that is not needed.");
    assertThat(api.delete("/webhook/decoda/delete/" + last.at("/id")).ok().text())
        .isEqualTo("true");
    api.delete("/webhook/decoda/delete/" + last.at("/id")).ok();
    api.post(CREATE, alerts()).ok();
    assertThat(api.get("/webhook/decoda/list").ok().json().size()).isEqualTo(20);
    assertThat(api.get("/webhook/decoda/list?include_archived=true").ok().json().size())
        .isEqualTo(21);
  }

  @Test
  void aNewSecretHoldsBesideTheOneBeforeForADay() {
    var hook = api.post("/webhooks", types("CART_CREATED")).ok();
    var path = "/webhooks/" + hook.at("/id");
    var first = hook.at("/secret");
    assertThat(first).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(hook.json().get("previousSecret").isNull()).isTrue();

    var rotated = api.post(path + "/rotate-secret", "").ok();
    assertThat(rotated.at("/secret")).isNotEqualTo(first);
    assertThat(rotated.at("/previousSecret")).isEqualTo(first);
    assertThat(api.get("/webhook/decoda/get/" + hook.at("/id")).ok().at("/secret"))
        .isEqualTo(rotated.at("/secret"));
    var again = api.post(path + "/rotate-secret", "").refused(409);
    assertThat(again.at("/detail"))
        .isEqualTo(
            "The secret is new, and the one before it holds until %s; make another one then."
                .formatted(
                    Instant.parse(rotated.at("/previousSecretUntil"))
                        .truncatedTo(ChronoUnit.SECONDS)));
    assertThat(api.get(path).ok().text()).isEqualTo(rotated.text());
    clock.in(
        Duration.ofHours(24).plusSeconds(1),
        () -> {
          var later = api.get(path).ok();
          assertThat(later.at("/secret")).isEqualTo(rotated.at("/secret"));
          assertThat(later.json().get("previousSecret").isNull()).isTrue();
          assertThat(api.post(path + "/rotate-secret", "").ok().at("/previousSecret"))
              .isEqualTo(rotated.at("/secret"));
        });
    assertThat(api.post("/webhooks", types()).ok().at("/secret"))
        .isNotIn(first, rotated.at("/secret"));
  }
}
