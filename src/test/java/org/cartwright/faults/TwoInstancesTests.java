package org.cartwright.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.aCart;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartwright.testing.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two instances of the service on one database. */
@Tag("faults")
class TwoInstancesTests {

  private static final int DESKS = 6;
  private static final Duration SOON = Duration.ofMinutes(1);

  /** What the proxy needs to see that an instance stops: it asks four times a second. */
  private static final Map<String, String> OFTEN =
      Map.of("CARTWRIGHT_ROUND_EVERY", "PT5S", "CARTWRIGHT_LIMITS_DRAIN", "1s");

  /** Of a desk between two writes, so that an instance can start beside those that are served. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static Installation installation;
  private static ServiceProcess one;
  private static ServiceProcess two;

  @BeforeAll
  static void start() {
    installation = new Installation("two-instances");
    one = installation.instance("one", OFTEN).start();
    two = installation.instance("two", OFTEN).start();
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    installation.close();
  }

  @Test
  void fiveOfEachKeyAreOneEffect() {
    var clinic = Installation.clinic(one, "keys");
    var patient = clinic.patient();
    var item = clinic.item("Serum", 1000);
    int keys = Scale.of("keys", 500);
    var answers = new ArrayList<List<Answer>>();
    for (int key = 0; key < keys; key++) {
      answers.add(
          Duplicates.of(
              "key-" + key,
              aCart().of(patient).with(line(item)),
              List.of(clinic.api(), Installation.at(two, clinic).api())));
    }

    assertThat(answers)
        .allSatisfy(of -> assertThat(of.stream().map(Answer::text).distinct()).hasSize(1));
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isEqualTo(keys);
    Figures.tell("%d keys sent 5 times over two instances: %d effects".formatted(keys, keys));
  }

  @Test
  void noRequestFailsHoweverOftenOneStopsBehindAProxyThatHonoursReadiness() {
    var clinic = Installation.clinic(one, "stops");
    int stops = Scale.of("stops", 20);
    long begin = System.nanoTime();
    try (var proxy = new ReadinessProxy(List.of(one.api(), two.api()));
        var busy = new BusyClinic(clinic, DESKS, PAUSE, () -> proxy.next(clinic))) {
      for (int stop = 0; stop < stops; stop++) {
        var stopped = stop % 2 == 0 ? one : two;
        await().atMost(SOON).until(() -> proxy.ready() == 2);
        busy.log().awaitMore(Scale.WRITES_BEFORE);
        stopped.terminate();
        stopped.awaitEnd();
        stopped.start();
      }
      busy.close();

      assertThat(busy.log().repeated()).isZero();
      busy.isAsAcknowledged(clinic.api());
      installation.rows(clinic).areThoseOf(busy);
      Figures.tell(
          "%d stops of one of two instances in %d s: %d writes, %d failed"
              .formatted(
                  stops,
                  Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                  busy.log().size(),
                  busy.log().repeated()));
    }
  }

  @Test
  void whatIsDueIsDoneByOneOfThem() {
    var clinic = Installation.clinic(one, "due");
    int quotes = 40;
    var patient = clinic.patient();
    var item = clinic.item("Serum", 1000);
    var provider = clinic.provider();
    for (int i = 0; i < quotes; i++) {
      var cart = clinic.cart(patient, line(item)).at("/id");
      clinic.api().post("/billing/quote", aQuote(patient, cart).with("creatorId", provider)).ok();
    }
    installation
        .database()
        .askAsSuperuser(
            jdbc -> jdbc.sql("update quote set valid_until_date = '2020-01-01'").update());

    var rows = installation.rows(clinic);
    await().atMost(SOON).until(() -> rows.events("QUOTE_EXPIRED").size() >= quotes);

    assertThat(rows.events("QUOTE_EXPIRED")).hasSize(quotes);
    rows.areCounted();
  }

  @Test
  void aKeyThatOneRevokesIsRefusedByTheOtherWithinHalfAMinute() {
    var clinic = Installation.clinic(one, "revoked");
    var there = Installation.at(two, clinic);
    there.api().get("/billing/cart").ok();

    one.operator().delete("/platform/tenants/revoked/keys/" + clinic.keyId());

    clinic.api().get("/billing/cart").refused(401);
    await()
        .atMost(Duration.ofSeconds(31))
        .until(() -> there.api().get("/billing/cart").status() == 401);
  }
}
