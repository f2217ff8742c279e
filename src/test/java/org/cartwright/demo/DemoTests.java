package org.cartwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.keys.ApiKeys;
import org.cartwright.tenancy.operator.DemoTenants;
import org.cartwright.tenancy.operator.TenantProvisioning;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The service as it is where its database started by itself, with the demo clinic and the demo shop
 * in it. Nobody else has it: laid aside for the tests of others, it does not answer again.
 */
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.embedded=true",
      "cartwright.inbox=true",
      "cartwright.errands-every=PT0.1S",
      "cartwright.limits.drain=0",
      "cartwright.round-every=P1D"
    })
@Import({Statements.class, TestClock.class})
@ExtendWith(OutputCaptureExtension.class)
class DemoTests {

  @Autowired private Environment environment;
  @Autowired private ApplicationContext service;
  @Autowired private DemoLoader loader;
  @Autowired private DemoTenants tenants;
  @Autowired private TenantProvisioning provisioning;
  @Autowired private ApiKeys keys;
  @Autowired private Statements statements;
  @Autowired private JsonMapper json;

  @DynamicPropertySource
  static void databaseOfItsOwn(DynamicPropertyRegistry registry) {
    TestDatabase.createMigrated().registerIn(registry);
  }

  /** Where the service is. */
  private String address() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  /** The service for who asks for a tenant with a key. */
  private Api api(String tenant, String key) {
    return Api.at(address()).with("TENANT", tenant).with("API-KEY", key);
  }

  private Api shop() {
    return api(DemoTenants.SHOP, DemoTenants.SHOP_KEY);
  }

  private static List<String> each(JsonNode list, String member) {
    return list.valueStream().map(one -> one.at(member).asString()).toList();
  }

  private void startAgain() {
    try {
      loader.open();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void nobodyIsToldOfTracesAndMetricsWhoDidNotAsk() {
    assertThat(service.getBeansOfType(OpenTelemetry.class)).isEmpty();
    assertThat(service.getBeansOfType(Tracer.class)).isEmpty();
    assertThat(service.getBeansOfType(OtlpMeterRegistry.class)).isEmpty();
  }

  @Test
  void theShopSellsInTwoMarketsWithVariantsTiersAndStock() {
    var markets = shop().get("/orders/markets").ok().json();
    var shirt = shop().get("/orders/products?search=shirt").ok();
    var tiers = shop().get("/orders/items/item_shop_mug/tiers").ok();

    assertThat(each(markets, "/code")).containsExactlyInAnyOrder("BD", "UK");
    assertThat(each(markets, "/currency")).containsExactlyInAnyOrder("BDT", "GBP");
    assertThat(each(markets, "/pricesIncludeTax")).containsExactlyInAnyOrder("false", "true");
    assertThat(each(shirt.json().at("/data/0/variants"), "/label"))
        .containsExactly("Medium / Red", "Medium / Blue", "Large / Red", "Large / Blue");
    assertThat(each(tiers.json().at("/tiers"), "/fromQuantity"))
        .containsExactlyInAnyOrder("10", "50", "10");
    assertThat(shop().get("/orders/stock/item_shop_shirt_medium_red").ok())
        .satisfies(stands("DENY", 0));
    assertThat(shop().get("/orders/stock/item_shop_shirt_large_red").ok())
        .satisfies(stands("DENY", 25));
    assertThat(each(shop().get("/admin/providers/list").ok().json(), "/id"))
        .containsExactly("prov_shop_karim");
  }

  @Test
  void aPatientOfTheClinicIsWrittenToInSpanish() {
    var clinic = api(DemoTenants.CLINIC, DemoTenants.CLINIC_KEY);
    var mail = "/dev/inbox?tenant=%s&to=lucia@mail.example".formatted(DemoTenants.CLINIC);
    await().atMost(Duration.ofSeconds(20)).until(() -> !clinic.get(mail).ok().json().isEmpty());

    assertThat(each(clinic.get(mail).ok().json(), "/subject"))
        .containsExactly("Su presupuesto de Glow Demo Clinic");
    assertThat(clinic.get("/billing/quote/quote_demo_lucia").ok().at("/status")).isEqualTo("SENT");
    var link = URI.create(clinic.get(mail).ok().at("/0/link")).getPath();
    assertThat(Api.at(address()).get(link).ok().text())
        .contains("<html lang=\"es\">", "Su fecha de nacimiento");
  }

  private static Consumer<Answer> stands(String policy, long available) {
    return stock -> {
      assertThat(stock.at("/policy")).isEqualTo(policy);
      assertThat(stock.number("/available")).isEqualTo(available);
    };
  }

  @Test
  void laterStartsAskFiveTimesAndBringNothingBack() {
    var express = "/orders/markets/market_shop_uk/services";
    var service = shop().get(express).ok().at("/0/id");
    shop().delete(express + "/" + service).ok();
    shop().put("/orders/stock/item_shop_mug", "{\"policy\":\"UNTRACKED\"}").ok();

    CurrentTenant.within(DemoTenants.CLINIC, () -> keys.issue("demo", "key"));
    assertThat(statements.transactionsDuring(this::startAgain)).isEqualTo(5);

    assertThat(shop().get(express).ok().json().isEmpty()).isTrue();
    assertThat(shop().get("/orders/stock/item_shop_mug").ok().at("/policy")).isEqualTo("UNTRACKED");
    shop().put("/orders/stock/item_shop_mug", "{\"policy\":\"ALLOW\"}").ok();
  }

  @Test
  void theClinicsStaffComeInAtTheConsoleWithOnePress() {
    var nobody = Api.at(address()).with("Accept", "text/html");
    var door = nobody.get("/console/sign-in").ok();
    assertThat(door.text())
        .contains("Ana Ortiz", "Owner", "Sam Lee", "Front desk", "/dev/inbox")
        .contains("Karim Ahmed", "Padma Demo Shop");
    var token = door.text().replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    var cookie = door.headers().firstValue("Set-Cookie").orElseThrow();

    var entered =
        nobody
            .with("Content-Type", "application/x-www-form-urlencoded")
            .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
            .send(
                "POST",
                "/console/sign-in/demo",
                BodyPublishers.ofString("provider=prov_demo_ortiz&token=" + token));

    assertThat(entered.headers().firstValue("Location")).hasValue("/console");
    var session = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(session).startsWith("console=demo.").contains("HttpOnly").doesNotContain("Secure");
    assertThat(
            nobody
                .with("Cookie", session.substring(0, session.indexOf(';')))
                .get("/console/account")
                .ok()
                .text())
        .contains("Glow Demo Clinic", "Ana Ortiz", "Owner");
  }

  @Test
  void aFirstStartThatWasCutShortIsCompletedAndWhatIsThereStaysAsItIs() throws Exception {
    provisioning.open("cut-short", "Cut short", "UTC");
    var key = provisioning.issueKey("cut-short");
    var shop = api("cut-short", key);
    enter("cut-short", key, step -> !step.at("/path").asString().contains("/services"));
    shop.put(
            "/orders/items/item_shop_mug/prices",
            "{\"prices\":[{\"marketId\":\"market_shop_bd\",\"price\":1300}]}")
        .ok();
    var bangladesh = "/orders/markets/market_shop_bd/services";
    shop.post(bangladesh, body().with("category", "SHIPPING").with("name", "Express")).ok();

    enter("cut-short", key, step -> !step.at("/path").asString().contains("/item_shop_mug/move"));

    assertThat(each(shop.get(bangladesh).ok().json(), "/name"))
        .containsExactlyInAnyOrder("Express", "Motijheel Outlet");
    assertThat(shop.get("/orders/items/item_shop_mug/prices").ok().number("/prices/0/price"))
        .isEqualTo(1300);
    assertThat(shop.get("/orders/products").ok().number("/total")).isEqualTo(1);
    assertThat(shop.get("/orders/coupons").ok().number("/total")).isEqualTo(1);
    assertThat(shop.get("/orders/markets/market_shop_uk/taxes").ok().json().size()).isEqualTo(1);
    assertThat(shop.get("/orders/stock/item_shop_shirt_large_blue").ok())
        .satisfies(stands("DENY", 500));
    assertThat(shop.get("/orders/stock/item_shop_mug").ok()).satisfies(stands("ALLOW", 400));
  }

  private void enter(String tenant, String key, Predicate<JsonNode> steps)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient();
        var script = getClass().getResourceAsStream("/demo/shop.json")) {
      var all = (ArrayNode) json.readTree(Objects.requireNonNull(script));
      all.removeIf(steps.negate());
      new Furnishing(http, json, address(), tenant, key).enter(all);
    }
  }

  @Test
  void nobodysOwnTenantGetsThePublicKey() {
    CurrentTenant.within(DemoTenants.SHOP, () -> keys.revoke("shop"));
    try {
      assertThat(tenants.openShop()).isFalse();
      shop().get("/orders/markets").refused(401);
    } finally {
      CurrentTenant.within(DemoTenants.SHOP, () -> keys.issue("shop", "key"));
    }
    assertThat(tenants.openShop()).isTrue();
  }

  @Test
  void aKeyOfTheClinicThatWasRevokedStaysSoAndIsNotToldOf(CapturedOutput said) {
    CurrentTenant.within(DemoTenants.CLINIC, () -> keys.revoke("demo"));
    var before = said.getOut().length();
    try {
      startAgain();
      api(DemoTenants.CLINIC, DemoTenants.CLINIC_KEY).get("/admin/providers/list").refused(401);
    } finally {
      CurrentTenant.within(DemoTenants.CLINIC, () -> keys.issue("demo", "key"));
    }
    assertThat(said.getOut().substring(before))
        .contains("Cartwright is ready.", "shop-key")
        .doesNotContain("demo-key");

    startAgain();
    assertThat(said.getOut().substring(before)).contains("demo-key");
  }

  @Test
  void aShopWhoseKeyIsGoodNoMoreIsNotToldOf(CapturedOutput said) {
    CurrentTenant.within(DemoTenants.SHOP, () -> keys.revoke("shop"));
    var before = said.getOut().length();
    try {
      startAgain();
    } finally {
      CurrentTenant.within(DemoTenants.SHOP, () -> keys.issue("shop", "key"));
    }
    assertThat(said.getOut().substring(before)).contains("demo-key").doesNotContain("shop-key");

    startAgain();
    assertThat(said.getOut().substring(before)).contains("shop-key");
  }

  /**
   * The walks in the README and in the page on draft orders, pasted into a shell: every answer is
   * the one it promises, also when they are pasted again. Skipped where there is no {@code bash},
   * {@code curl} or {@code jq}.
   */
  @Nested
  class Walks {

    private static final Pattern WALK =
        Pattern.compile("\n## A walk\n.*?\n```sh\n(.*?)```\n", Pattern.DOTALL);
    private static final String PROMISE = "# -> ";

    @TempDir private Path folder;

    @BeforeEach
    void requireTools() {
      for (var tool : List.of("bash", "curl", "jq")) {
        assumeTrue(isInstalled(tool), "The walk is not tried: there is no " + tool + " here");
      }
    }

    @ParameterizedTest
    @CsvSource({"README.md, 20", "src/docs/orders.md, 15"})
    void everyAnswerIsTheOnePromisedAlsoTheSecondTime(String page, int promises) throws Exception {
      var walk = walk(page);

      var first = paste(walk, 1);
      var second = paste(walk, 2);

      assertThat(first).hasSizeGreaterThan(promises);
      assertThat(first).allSatisfy(Answered::isAsPromised);
      assertThat(second).hasSameSizeAs(first).allSatisfy(Answered::isAsPromised);
    }

    /**
     * What was said before a promise.
     *
     * @param promise up to the ellipsis, if there is one
     */
    private record Answered(List<String> said, String promise) {

      private void isAsPromised() {
        assertThat(said).hasSize(1);
        int ellipsis = promise.indexOf('…');
        if (ellipsis < 0) {
          assertThat(said).containsExactly(promise);
        } else {
          assertThat(said.getFirst()).startsWith(promise.substring(0, ellipsis));
        }
      }
    }

    /**
     * The walk as it stands on a page, at this service's address and telling each of its promises.
     */
    private String walk(String page) throws IOException {
      var found = WALK.matcher(Files.readString(Path.of(page)));
      assertThat(found.find()).isTrue();
      return found
          .group(1)
          .replace("http://localhost:8080", address())
          .replaceAll("(?m)^" + PROMISE + "(.*)$", "cat <<'PROMISE'\n" + PROMISE + "$1\nPROMISE");
    }

    /** Does not wait as long as a reader does, but until the so-manieth offer is in the inbox. */
    private List<Answered> paste(String walk, int offers) throws IOException, InterruptedException {
      var output = folder.resolve("output").toFile();
      var shell =
          new ProcessBuilder("bash")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      try (var keyboard = shell.outputWriter()) {
        keyboard.write(
            walk.replace(
                "sleep 2;",
                "for i in $(seq 200); do [ $(curl -s \"$API/dev/inbox?to=ada@mail.example\" | jq '[.[].link] | unique | length') -ge %d ] && break; sleep 0.1; done;"
                    .formatted(offers)));
      }
      shell.waitFor();
      var answers = new ArrayList<Answered>();
      var said = new ArrayList<String>();
      for (var line : Files.readAllLines(output.toPath())) {
        if (line.startsWith(PROMISE)) {
          answers.add(new Answered(List.copyOf(said), line.substring(PROMISE.length())));
          said.clear();
        } else {
          said.add(line);
        }
      }
      return answers;
    }

    private static boolean isInstalled(String tool) {
      return Stream.of(System.getenv("PATH").split(File.pathSeparator))
          .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }
  }
}
