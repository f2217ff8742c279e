package org.cartwright.webhooks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.cartwright.webhooks.api.DeliveryStatus;
import org.cartwright.webhooks.events.DeliveriesNoted;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events on their whole way, from a change to a receiver of its own. */
@CartwrightTest
class DeliveryTests {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration SOON = Duration.ofSeconds(20);

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private DeliveryBook book;
  @Autowired private DeliveryRound round;
  @Autowired private WebhookDispatcher dispatcher;
  @Autowired private DataSource database;
  @Autowired private Statements statements;

  /** What arrived. */
  private record Arrived(String path, Headers headers, String body) {
    String header(String name) {
      return headers.getFirst(name);
    }

    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private final Queue<Arrived> arrived = new ConcurrentLinkedQueue<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final HttpServer receiver;
  private Clinic clinic;
  private Api api;

  DeliveryTests() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    receiver.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          arrived.add(
              new Arrived(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
          var answer = answers.poll();
          exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
          exchange.close();
        });
    receiver.start();
  }

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    api = clinic.api();
  }

  @AfterEach
  void deleteTheWebhooks() {
    for (var hook : api.get("/webhooks").ok().json()) {
      api.delete("/webhooks/" + hook.get("id").asString()).ok();
    }
    receiver.stop(0);
  }

  private String url(String path) {
    return "http://localhost:" + receiver.getAddress().getPort() + path;
  }

  private Answer hook(String url, String... types) {
    return api.post("/webhooks", body().with("url", url).with("types", list((Object[]) types)))
        .ok();
  }

  private List<Arrived> arrived(int count) {
    await().atMost(SOON).until(() -> arrived.size() >= count);
    return List.copyOf(arrived);
  }

  private JsonNode deliveries(Answer hook) {
    return api.get("/webhooks/" + hook.at("/id") + "/deliveries").ok().json().get("data");
  }

  private void awaitStatus(Answer hook, String status) {
    await()
        .atMost(SOON)
        .until(() -> deliveries(hook).get(0).get("status").asString().equals(status));
  }

  @Test
  void anEventArrivesSignedInTheSpellingOfJavaScript() {
    var hook = hook(url("/a"), "CART_CREATED");
    var cart = clinic.cart(clinic.patient(), line(clinic.item("Filler", 1299)));

    var event = arrived(1).getFirst();

    var delivery = deliveries(hook).get(0);
    assertThat(event.body())
        .isEqualTo(
            "{\"id\":\"%s\",\"type\":\"CART_CREATED\",\"data\":{\"object\":\"cart\",\"id\":\"%s\",\"sequence\":1,\"total\":1299,\"currency\":\"USD\",\"patientId\":\"%s\",\"by\":\"KEY\"},\"createdDate\":\"%s\",\"alertId\":\"%s\"}"
                .formatted(
                    delivery.get("id").asString(),
                    cart.at("/id"),
                    cart.at("/patient/id"),
                    delivery.get("createdDate").asString(),
                    delivery.get("alertId").asString()));
    assertThat(event.path()).isEqualTo("/a");
    assertThat(event.header("Content-Type")).startsWith("application/json");
    assertThat(event.header("Decoda-Signature"))
        .isEqualTo(Signatures.ofBody(hook.at("/secret"), event.body()));
    assertThat(event.header("webhook-id")).isEqualTo(event.json().get("id").asString());
    assertThat(event.header("webhook-signature"))
        .isEqualTo(
            Signatures.standard(
                hook.at("/secret"),
                event.header("webhook-id"),
                event.header("webhook-timestamp"),
                event.body()));
    awaitStatus(hook, "DELIVERED");
    assertThat(deliveries(hook).get(0).get("attempts").asInt()).isEqualTo(1);
    assertThat(arrived).hasSize(1);
  }

  @Test
  void onlyWhatIsSubscribedToIsSentAndOnlyToWhomItConcerns() {
    var patients = hook(url("/patients"), "PATIENT_CREATED");
    var carts = hook(url("/carts"), "CART_CREATED", "CART_DELETED");
    var other = clinics.open();
    other.patient();

    var cart = clinic.cart(clinic.patient(), line(clinic.item("Filler", 1000)));
    api.delete("/billing/cart/" + cart.at("/id")).ok();
    api.post("/billing/cart", body().with("patientId", "nobody")).refused(422);

    assertThat(arrived(3).stream().map(a -> a.path() + " " + a.json().get("type").asString()))
        .containsExactlyInAnyOrder(
            "/patients PATIENT_CREATED", "/carts CART_CREATED", "/carts CART_DELETED");
    assertThat(deliveries(patients).size()).isEqualTo(1);
    assertThat(deliveries(carts).size()).isEqualTo(2);
  }

  @Test
  void whatIsNotTakenIsSentAgainUnderTheSameIdUntilItIs() {
    answers.addAll(List.of(500, 503));
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();

    await()
        .atMost(SOON)
        .until(() -> deliveries(hook).get(0).get("lastStatus").asString().equals("503"));
    assertThat(arrived).hasSize(2);
    clock.in(
        Duration.ofSeconds(10),
        () -> {
          round.goRound();
          arrived(3);
        });

    var attempts = List.copyOf(arrived);
    assertThat(attempts.stream().map(Arrived::body).distinct()).hasSize(1);
    assertThat(attempts.stream().map(a -> a.header("webhook-id")).distinct()).hasSize(1);
    awaitStatus(hook, "DELIVERED");
    var delivery = deliveries(hook).get(0);
    assertThat(delivery.get("attempts").asInt()).isEqualTo(3);
    assertThat(delivery.get("lastStatus").asInt()).isEqualTo(200);
    assertThat(delivery.get("lastError").isNull()).isTrue();
  }

  @Test
  void whoSaysGoneIsNotSentAnythingUntilItIsChanged() {
    answers.add(410);
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(hook, "FAILED");
    var path = "/webhooks/" + hook.at("/id");
    assertThat(api.get(path).ok().json().get("disabledDate").isNull()).isFalse();

    clinic.patient();
    assertThat(deliveries(hook).size()).isEqualTo(1);

    api.put(path, body().with("url", url("/new")).with("types", list("PATIENT_CREATED"))).ok();
    clinic.patient();
    assertThat(arrived(2).getLast().path()).isEqualTo("/new");
  }

  @Test
  void whoSaidGoneIsSentNothingByHandEitherUntilItIsChanged() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    var moment = Instant.now();
    clinic.patient();
    awaitStatus(hook, "DELIVERED");
    var path = "/webhooks/" + hook.at("/id");
    var id = deliveries(hook).get(0).get("id").asString();
    answers.add(410);
    clinic.patient();
    awaitStatus(hook, "FAILED");
    var before = deliveries(hook);
    var why = "The webhook answered 410, so nothing more is sent to it; change it, and send again.";

    assertThat(api.post(path + "/resend", body().with("from", moment)).refused(409).at("/detail"))
        .isEqualTo(why);
    assertThat(api.post("/webhooks/deliveries/" + id + "/resend", "").refused(409).at("/detail"))
        .isEqualTo(why);
    assertThat(api.get("/webhook/decoda/events/" + id + "/send").refused(409).at("/detail"))
        .isEqualTo(why);
    assertThat(deliveries(hook)).isEqualTo(before);
    assertThat(arrived).hasSize(2);

    api.put(path, body().with("url", url("/new")).with("types", list("PATIENT_CREATED"))).ok();
    assertThat(api.post(path + "/resend", body().with("from", moment)).ok().number("/deliveries"))
        .isEqualTo(2);
    assertThat(arrived(4).getLast().path()).isEqualTo("/new");
  }

  @Test
  void whatWaitsForOneThatSaidGoneIsNotDueUntilItIsChanged() {
    answers.add(410);
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(hook, "FAILED");
    TestDatabase.shared()
        .executeAsSuperuser(
            "update webhook_delivery set status = 'PENDING', due_date = now() where tenant_id = '%s'"
                .formatted(clinic.id()));

    assertThat(CurrentTenant.call(clinic.id(), book::webhooksWithDue)).isEmpty();

    var path = "/webhooks/" + hook.at("/id");
    api.put(path, body().with("url", url("/new")).with("types", list("PATIENT_CREATED"))).ok();
    assertThat(CurrentTenant.call(clinic.id(), book::webhooksWithDue))
        .containsExactly(hook.at("/id"));
    api.delete(path).ok();
  }

  @Test
  void theGoneOfAnAddressCountsForNothingOnceTheWebhookHasMovedAway() {
    var isMoved = new CountDownLatch(1);
    receiver.createContext(
        "/leaving",
        exchange -> {
          arrived.add(new Arrived("/leaving", exchange.getRequestHeaders(), ""));
          within(isMoved);
          exchange.sendResponseHeaders(410, -1);
          exchange.close();
        });
    var hook = hook(url("/leaving"), "PATIENT_CREATED");
    clinic.patient();
    arrived(1);
    var path = "/webhooks/" + hook.at("/id");

    api.put(path, body().with("url", url("/new")).with("types", list("PATIENT_CREATED"))).ok();
    isMoved.countDown();

    assertThat(arrived(2)).extracting(Arrived::path).containsExactly("/leaving", "/new");
    awaitStatus(hook, "DELIVERED");
    assertThat(deliveries(hook).get(0).get("attempts").asInt()).isEqualTo(2);
    assertThat(api.get(path).ok().json().get("disabledDate").isNull()).isTrue();
  }

  private static void within(CountDownLatch latch) {
    try {
      assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneThatNeverAnswersHoldsUpNobody() throws IOException {
    try (var dead = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      hook("http://localhost:" + dead.getLocalPort() + "/", "PATIENT_CREATED");
      var live = hook(url("/live"), "PATIENT_CREATED");
      var before = System.nanoTime();
      for (int n = 0; n < 20; n++) {
        clinic.patient();
      }
      arrived(20);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(WebhookTransport.LONGEST);
      awaitStatus(live, "DELIVERED");
    }
  }

  @Test
  void aClinicThatHasAllItsConnectionsInUseHoldsUpNoOtherOne() throws Exception {
    hook(url("/live"), "PATIENT_CREATED");
    var busy = clinics.open();
    var isOver = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try {
        inUse(busy, isOver, threads);
        dispatcher.on(new DeliveriesNoted(busy.id(), Set.of("a", "b", "c", "d", "e")));
        clinic.patient();

        await().atMost(Duration.ofSeconds(4)).until(() -> !arrived.isEmpty());
      } finally {
        isOver.countDown();
      }
    }
  }

  /** Has all connections of a clinic in use until something is over. */
  private void inUse(Clinic busy, CountDownLatch isOver, ExecutorService threads) {
    var most = 15;
    var taken = new CountDownLatch(most);
    for (int n = 0; n < most; n++) {
      threads.execute(() -> CurrentTenant.within(busy.id(), () -> hold(taken, isOver)));
    }
    within(taken);
  }

  private void hold(CountDownLatch taken, CountDownLatch isOver) {
    try (var connection = database.getConnection()) {
      assertThat(connection.isClosed()).isFalse();
      taken.countDown();
      within(isOver);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEventIsGivenUpAfterADay() {
    answers.addAll(List.of(500, 500));
    var hook = hook(url("/"), "PATIENT_CREATED");
    clock.stoppedAt(
        Instant.now(),
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
          assertThat(deliveries(hook).get(0).get("status").asString()).isEqualTo("PENDING");
          hasBeenTried(7);
          clock.pass(Duration.ofHours(24));
          round.goRound();
          awaitStatus(hook, "FAILED");
        });
    assertThat(deliveries(hook).get(0).get("lastError").asString()).isEqualTo("It answered 500.");
  }

  private void hasBeenTried(int times) {
    about(
        "update webhook_delivery set attempts = %d where tenant_id = '%s'"
            .formatted(times, clinic.id()));
  }

  private static void about(String sql) {
    TestDatabase.shared().askAsSuperuser(jdbc -> jdbc.sql(sql).update());
  }

  @Test
  void anEventIsNotGivenUpForADayThatNobodyLivedThrough() {
    answers.addAll(List.of(500, 500));
    var hook = hook(url("/"), "PATIENT_CREATED");
    clock.stoppedAt(
        Instant.now(),
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
          clock.pass(Duration.ofHours(30));
          round.goRound();
          arrived(2);
          clock.pass(Duration.ofSeconds(6));
          round.goRound();
          awaitStatus(hook, "DELIVERED");
        });
  }

  @Test
  void whatWasNotedWhileTheClockWasAheadIsSentOnceItIsSetRight() {
    answers.add(500);
    var hook = hook(url("/"), "PATIENT_CREATED");
    var now = Instant.now();
    clock.stoppedAt(
        now.plus(Duration.ofDays(1)),
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
        });
    clock.stoppedAt(
        now,
        () -> {
          round.goRound();
          arrived(2);
          awaitStatus(hook, "DELIVERED");
        });
  }

  @Test
  void whatAnInstanceTookThatDiedWhileItsClockWasAheadIsTakenOnceItIsSetRight() {
    answers.add(500);
    var hook = hook(url("/"), "PATIENT_CREATED");
    var now = Instant.now();
    clock.stoppedAt(
        now,
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
        });
    clock.stoppedAt(
        now.plus(Duration.ofDays(1)),
        () -> assertThat(inClinic(() -> book.takeDue(hook.at("/id"), 10))).hasSize(1));
    clock.stoppedAt(
        now,
        () -> {
          var id = deliveries(hook).get(0).get("id").asString();
          api.get("/webhook/decoda/events/" + id + "/send").ok();
          arrived(2);
        });
  }

  @Test
  void whatAnInstanceLeftBehindIsFoundByTheRound() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    answers.add(500);
    clock.stoppedAt(
        Instant.now(),
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
          clock.pass(Duration.ofSeconds(2));
          // Taken by an instance that is no more:
          var taken = inClinic(() -> book.takeDue(hook.at("/id"), 10));
          assertThat(taken).hasSize(1);
          round.goRound();
          assertThat(arrived).hasSize(1);
          clock.pass(DeliveryBook.LEASE.plusSeconds(1));
          round.goRound();
          arrived(2);
          awaitStatus(hook, "DELIVERED");
        });
  }

  private <T> T inClinic(Supplier<T> work) {
    return CurrentTenant.call(clinic.id(), work::get);
  }

  @Test
  void whatOneHasTakenNobodyElseTakes() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    api.put(
            "/webhooks/" + hook.at("/id"),
            body().with("url", "https://hooks.invalid/").with("types", list("PATIENT_CREATED")))
        .ok();
    clock.stoppedAt(
        Instant.now(),
        () -> {
          for (int n = 0; n < 12; n++) {
            clinic.patient();
          }
          await()
              .atMost(SOON)
              .until(
                  () ->
                      Stream.of(deliveries(hook))
                          .allMatch(all -> all.findValues("lastError").size() == 12));
          await()
              .atMost(SOON)
              .untilAsserted(
                  () ->
                      assertThat(deliveries(hook)).allMatch(one -> !one.get("lastError").isNull()));
          clock.pass(Duration.ofSeconds(2));
          var jobs = new ArrayList<Callable<List<DueDelivery>>>();
          for (int n = 0; n < 4; n++) {
            jobs.add(() -> inClinic(() -> book.takeDue(hook.at("/id"), 5)));
          }
          var taken = AtOnce.all(jobs).stream().flatMap(List::stream).map(DueDelivery::id).toList();
          assertThat(taken).hasSize(12).doesNotHaveDuplicates();
        });
  }

  @Test
  void bothSecretsSignForADay() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    var rotated = api.post("/webhooks/" + hook.at("/id") + "/rotate-secret", "").ok();
    clinic.patient();

    var event = arrived(1).getFirst();

    assertThat(event.header("Decoda-Signature"))
        .isEqualTo(Signatures.ofBody(rotated.at("/secret"), event.body()));
    assertThat(event.header("Decoda-Signature-Previous"))
        .isEqualTo(Signatures.ofBody(hook.at("/secret"), event.body()));
    assertThat(event.header("webhook-signature").split(" ", -1)).hasSize(2);
  }

  @Test
  void whoOnlyAsksForTheHeadOfAnAnswerHasNothingSent() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(hook, "DELIVERED");
    var id = deliveries(hook).get(0).get("id").asString();

    api.send("HEAD", "/webhook/decoda/events/" + id + "/send", BodyPublishers.noBody()).ok();

    assertThat(arrived).hasSize(1);
    assertThat(deliveries(hook).get(0).get("attempts").asInt()).isEqualTo(1);
  }

  @Test
  void anEventCanBeSentOnceMoreUnderItsId() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(hook, "DELIVERED");
    var id = deliveries(hook).get(0).get("id").asString();
    answers.add(404);

    var failed = api.get("/webhook/decoda/events/" + id + "/send").ok();
    var done = api.post("/webhooks/deliveries/" + id + "/resend", "").ok();

    assertThat(failed.number("/lastDeliveryAttemptStatus")).isEqualTo(404);
    assertThat(failed.at("/lastDeliveryAttemptError")).isEqualTo("It answered 404.");
    assertThat(done.at("/status")).isEqualTo("DELIVERED");
    assertThat(done.number("/lastStatus")).isEqualTo(200);
    assertThat(arrived.stream().map(Arrived::body).distinct()).hasSize(1);
    assertThat(arrived).hasSize(3);
    var other = clinics.open().api();
    other.get("/webhook/decoda/events/" + id + "/send").refused(404);
    other.post("/webhooks/deliveries/" + id + "/resend", "").refused(404);
    api.post("/webhooks/deliveries/evt_none/resend", "").refused(404);
    assertThat(arrived).hasSize(3);
  }

  @Test
  void whileAnEventIsSentOnceMoreUnderAKeyNothingIsHeldAndAskedAgainItIsNotSent() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(hook, "DELIVERED");
    var path = "/webhooks/deliveries/" + deliveries(hook).get(0).get("id").asString() + "/resend";
    receiver.removeContext("/");
    receiver.createContext(
        "/",
        exchange -> {
          arrived.add(new Arrived(isHeld() ? "held" : "free", exchange.getRequestHeaders(), ""));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    var keyed = api.with("Idempotency-Key", "once-more");

    var first = keyed.post(path, "").ok();
    var again = keyed.post(path, "").ok();
    api.with("If-Match", "*").post(path, "").ok();

    assertThat(first.at("/status")).isEqualTo("DELIVERED");
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(arrived).extracting(Arrived::path).containsExactly("/", "free", "free");
  }

  /** Whether anybody holds what becomes of the clinic's events, or has taken a key. */
  private boolean isHeld() {
    var held =
        "select count(*) from pg_locks where relation = 'idempotency'::regclass"
            + " and database = (select oid from pg_database where datname = current_database())";
    return TestDatabase.shared()
        .askAsSuperuser(
            jdbc -> {
              var seen = "select id from webhook_delivery where tenant_id = ?";
              var all = jdbc.sql(seen).param(clinic.id()).query().listOfRows().size();
              var free = seen + " for update skip locked";
              return jdbc.sql(free).param(clinic.id()).query().listOfRows().size() < all
                  || jdbc.sql(held).query(Integer.class).single() > 0;
            });
  }

  @Test
  void attemptsAreAskedForByDaysOfTheClinic() {
    var far = clinics.open("Pacific/Kiritimati");
    var hook =
        far.api()
            .post("/webhooks", body().with("url", url("/")).with("types", list("PATIENT_CREATED")))
            .ok();
    far.patient();
    var path = "/webhook/decoda/" + hook.at("/id") + "/delivery-attempts/list?";
    var asOf = far.api().get(path).ok().json().path(0).path("createdDate").asString("");
    var day = LocalDate.ofInstant(Instant.parse(asOf), ZoneId.of("Pacific/Kiritimati"));

    assertThat(far.api().get(path + "created_after=" + day).ok().json()).hasSize(1);
    assertThat(far.api().get(path + "created_before=" + day).ok().json()).hasSize(1);
    assertThat(far.api().get(path + "created_after=" + day.plusDays(1)).ok().json()).isEmpty();
    assertThat(far.api().get(path + "created_before=" + day.minusDays(1)).ok().json()).isEmpty();
    far.api().get(path + "delivery_date_before=2020-01-01&delivery_date_after=2020-01-01").ok();
  }

  @Test
  void whatAFormLeavesEmptyIsNotAskedOfAttempts() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    clinic.patient();
    var path = "/webhook/decoda/" + hook.at("/id") + "/delivery-attempts/list?";

    assertThat(
            api.get(path + "last_delivery_attempt_status=&last_delivery_attempt_error=")
                .ok()
                .json())
        .hasSize(1);
    assertThat(api.get(path + "last_delivery_attempt_error=none").ok().json()).isEmpty();
  }

  @Test
  void everythingSinceAMomentCanBeSentOnceMoreEvenWhatWasNeverTold() {
    clinic.patient();
    var moment = Instant.now();
    var cart = clinic.cart(clinic.patient(), line(clinic.item("Filler", 1000)));
    var hook = hook(url("/"), "PATIENT_CREATED", "CART_CREATED", "CART_DELETED");
    api.delete("/billing/cart/" + cart.at("/id")).ok();
    awaitStatus(hook, "DELIVERED");
    var told = arrived(1).getFirst();

    var resent =
        api.post("/webhooks/" + hook.at("/id") + "/resend", body().with("from", moment)).ok();

    assertThat(resent.number("/deliveries")).isEqualTo(3);
    api.post("/webhooks/" + hook.at("/id") + "/resend", body().with("from", "2199-01-01")).ok();
    assertThat(arrived(4).stream().map(a -> a.json().get("type").asString()))
        .containsExactlyInAnyOrder(
            "CART_DELETED", "CART_DELETED", "PATIENT_CREATED", "CART_CREATED");
    assertThat(arrived.stream().filter(a -> a.body().equals(told.body()))).hasSize(2);
    api.delete("/webhooks/" + hook.at("/id")).ok();
    api.post("/webhooks/" + hook.at("/id") + "/resend", body().with("from", moment)).refused(409);
  }

  @Test
  void whatADeletedWebhookWasStillToGetIsGivenUp() {
    var hook = hook(url("/"), "PATIENT_CREATED");
    answers.add(500);
    clinic.patient();
    arrived(1);
    await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
    assertThat(deliveries(hook).get(0).get("status").asString()).isEqualTo("PENDING");

    api.delete("/webhooks/" + hook.at("/id")).ok();

    clock.in(Duration.ofHours(2), round::goRound);
    var next = hook(url("/next"), "PATIENT_CREATED");
    clinic.patient();
    awaitStatus(next, "DELIVERED");
    assertThat(arrived).hasSize(2);
    var delivery = deliveries(hook).get(0);
    assertThat(delivery.get("status").asString()).isEqualTo("FAILED");
    assertThat(delivery.get("lastError").asString()).isEqualTo("The webhook was deleted.");
  }

  @Test
  void whoLooksAfterAWebhookGetsOneEmailAnHourAboutWhatIsGivenUp() {
    var it = "it@%s.example".formatted(clinic.id());
    api.post(
            "/webhooks",
            body()
                .with("url", url("/"))
                .with("types", list("PATIENT_CREATED"))
                .with("notificationEmail", it))
        .ok();
    var hook = api.get("/webhooks").ok().json().get(0).get("id").asString();
    answers.addAll(List.of(500, 500, 500, 500, 404));
    clock.stoppedAt(
        Instant.now(),
        () -> {
          clinic.patient();
          clinic.patient();
          arrived(2);
          await()
              .atMost(SOON)
              .untilAsserted(
                  () -> assertThat(all(hook)).allMatch(one -> !one.get("lastStatus").isNull()));
          var tried = all(hook).get(0).get("id").asString();
          answers.clear();
          answers.addAll(List.of(500, 500, 500, 404));
          api.get("/webhook/decoda/events/" + tried + "/send").ok();
          assertThat(all(hook).get(0).get("status").asString()).isEqualTo("PENDING");
          hasBeenTried(7);
          clock.pass(Duration.ofHours(24));
          round.goRound();
          await()
              .atMost(SOON)
              .untilAsserted(
                  () ->
                      assertThat(all(hook))
                          .allMatch(one -> one.get("status").asString().equals("FAILED")));
          await().atMost(SOON).untilAsserted(() -> assertThat(mails(it)).hasSize(1));
          var mail = mails(it).get(0);
          assertThat(mail.get("subject").asString())
              .isEqualTo("An event did not reach your webhook");
          assertThat(mail.get("text").asString())
              .contains(hook, "PATIENT_CREATED evt_", "answered 500");

          var id = all(hook).get(0).get("id").asString();
          api.get("/webhook/decoda/events/" + id + "/send").ok();
          await().atMost(SOON).untilAsserted(() -> assertThat(mails(it)).hasSize(2));
          assertThat(all(hook).get(0).get("status").asString()).isEqualTo("FAILED");
          answers.add(404);
          api.get("/webhook/decoda/events/" + id + "/send?notify_failure=false").ok();
          assertThat(mails(it)).hasSize(2);
        });
  }

  @Test
  void whoDeletesAWebhookAndWhoGivesUpAnEventForItTakeThemInOneOrder() throws Exception {
    answers.add(500);
    var hook =
        api.post(
                "/webhooks",
                body()
                    .with("url", url("/"))
                    .with("types", list("PATIENT_CREATED"))
                    .with("notificationEmail", "it@clinic.example"))
            .ok();
    var now = Instant.now();
    clock.stoppedAt(
        now,
        () -> {
          clinic.patient();
          await().atMost(SOON).until(() -> !deliveries(hook).get(0).get("lastStatus").isNull());
          hasBeenTried(7);
        });
    clock.stoppedAt(
        now.plus(Duration.ofHours(25)),
        () -> {
          var last = inClinic(() -> book.takeDue(hook.at("/id"), 10)).getFirst();
          var given = new CompletableFuture<DeliveryStatus>();
          deleting(
              hook.at("/id"),
              () ->
                  Thread.ofVirtual()
                      .start(
                          () ->
                              given.complete(
                                  inClinic(() -> book.conclude(last, Reply.of(500, null)))
                                      .status())));
          assertThat(given.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
              .isEqualTo(DeliveryStatus.FAILED);
        });
  }

  /** As a deletion takes them: the webhook first, and once somebody waits, what it was to get. */
  private void deleting(String hook, Runnable meanwhile) {
    try (var superuser = TestDatabase.shared().superuser();
        var statement = superuser.createStatement()) {
      superuser.setAutoCommit(false);
      statement.execute("select id from webhook where id = '%s' for no key update".formatted(hook));
      meanwhile.run();
      await().atMost(SOON).until(() -> TestDatabase.shared().waitingFor("webhook") > 0);
      statement.execute(
          "update webhook_delivery set due_date = due_date where webhook_id = '%s'"
              .formatted(hook));
      superuser.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode all(String hook) {
    return api.get("/webhooks/" + hook + "/deliveries").ok().json().get("data");
  }

  private JsonNode mails(String to) {
    return clinics.nobody().get("/dev/inbox?to=" + to).ok().json();
  }

  @Test
  void tellingSomebodyTakesNoStatementMore() {
    var patient = clinic.patient();
    var path = "/user/patient/" + patient;
    api.put(path, body().with("firstName", "A")).ok();
    long untold = statements.during(() -> api.put(path, body().with("firstName", "B")).ok());
    hook(url("/"), "PATIENT_UPDATED");
    hook(url("/"), "PATIENT_UPDATED");
    long told = statements.during(() -> api.put(path, body().with("firstName", "C")).ok());

    assertThat(told).isEqualTo(untold);
    arrived(2);
  }

  @Test
  void theHousesOwnReceiverShowsWhatArrived() {
    var base = clinics.nobody().base();
    hook(base + "/dev/hooks/" + clinic.id(), "PATIENT_CREATED");
    clinic.patient();
    var shown = clinics.nobody();
    await()
        .atMost(SOON)
        .until(() -> shown.get("/dev/hooks/" + clinic.id()).ok().json().size() == 1);

    var hook = shown.get("/dev/hooks/" + clinic.id()).ok().json().get(0);
    assertThat(JSON.readTree(hook.get("body").asString()).get("type").asString())
        .isEqualTo("PATIENT_CREATED");
    assertThat(hook.get("headers").get("Decoda-Signature").asString()).matches("[0-9a-f]{64}");
    assertThat(shown.with("Accept", "text/html").get("/dev/hooks/" + clinic.id()).text())
        .contains("Webhooks that arrived", "PATIENT_CREATED");
    assertThat(shown.with("X-Forwarded-For", "203.0.113.1").get("/dev/hooks").status())
        .isEqualTo(404);
  }
}
