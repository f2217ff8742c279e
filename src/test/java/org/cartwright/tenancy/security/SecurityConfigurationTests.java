package org.cartwright.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.web.FilterChainProxy;

@CartwrightTest
class SecurityConfigurationTests {

  @Autowired private Clinics clinics;
  @Autowired private FilterChainProxy security;

  @Test
  void springSecurityStandsWhereTheOrderOfFiltersSays() {
    assertThat(SecurityFilterProperties.DEFAULT_FILTER_ORDER).isEqualTo(FilterOrder.SECURITY);
  }

  @Test
  void everythingThatIsInNoOtherAreaIsTheApisAndClosed() {
    var refusals =
        List.of("/tenant/public", "/nothing", "/dev", "/dev/x", "/v3", "/docsx", "/qx", "/login")
            .stream()
            .flatMap(
                path ->
                    List.of("GET", "POST", "DELETE", "OPTIONS", "FROBNICATE").stream()
                        .map(m -> clinics.nobody().send(m, path, BodyPublishers.noBody())))
            .map(answer -> answer.refused(401))
            .map(Answer::text)
            .distinct();

    assertThat(refusals)
        .containsExactly("{\"detail\":\"Send the headers TENANT and API-KEY of a live API key.\"}");
  }

  @Test
  void theOperatorsAreaIsClosedBeforeAnythingOfARequestIsLookedAt() {
    var clinic = clinics.open();
    for (var nobody :
        List.of(clinics.nobody(), clinic.api(), clinics.nobody().with("ADMIN-KEY", "guess"))) {
      for (var refused :
          List.of(
              nobody.get("/platform"),
              nobody.get("/platform/nothing"),
              nobody.get("/platform/tenants"),
              nobody.patch("/platform/tenants", body()),
              nobody.post("/platform/tenants", "no JSON"))) {
        assertThat(refused.refused(401).at("/detail"))
            .isEqualTo("Send the operator's key in the header ADMIN-KEY.");
      }
    }
    assertThat(clinics.operator().get("/platform/nothing").refused(404).at("/detail"))
        .isEqualTo("Not Found");
    clinics.operator().get("/tenant/public").refused(401);
  }

  @Test
  void withoutAnOperatorsKeyThereIsNoPlatformApi() {
    for (var none :
        List.of("cartwright.other=x", "cartwright.admin-key=", "cartwright.admin-key= ")) {
      new ApplicationContextRunner()
          .withUserConfiguration(OperatorKeyAuthenticationProvider.class)
          .withPropertyValues(none)
          .run(
              context -> {
                var refusal = context.getBean(OperatorKeyAuthenticationProvider.class).refusal();
                assertThat(refusal.status().value()).isEqualTo(404);
                assertThat(refusal.sentence()).isEqualTo("Platform API not found");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tenant//public",
        "/./tenant/public",
        "/tenant/../tenant/public",
        "/tenant/public;x=1",
        "/tenant/public%3bx",
        "/docs/../tenant/public",
        "/docs/..;/tenant/public",
        "/docs/%2e%2e/tenant/public",
        "/platform/%2e%2e/tenant/public"
      })
  void nothingIsAtAPathThatCanBeReadInTwoWays(String path) {
    var clinic = clinics.open();
    for (var keys :
        List.of("", "TENANT: %s\r\nAPI-KEY: %s\r\n".formatted(clinic.id(), clinic.key()))) {
      var answer = raw(path, keys);

      assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/json");
      assertThat(answer).contains("{\"detail\":\"Not Found\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/q/../tenant/public", "/q/x/y/..;/z", "/q//x", "/q/%2e%2e/x"})
  void peopleAreToldSoOnAPage(String path) {
    var clinic = clinics.open();
    var answer = raw(path, "TENANT: %s\r\nAPI-KEY: %s\r\n".formatted(clinic.id(), clinic.key()));

    assertThat(answer).startsWith("HTTP/1.1 404 ").contains("This link leads to no quote");
    HtmlPages.HEADERS.forEach(
        (name, value) -> assertThat(answer).containsIgnoringCase(name + ": " + value));
  }

  @Test
  void nothingIsRememberedBetweenRequestsAndNoCacheKeepsWhatIsPrivate() {
    var clinic = clinics.open();
    for (var answer :
        List.of(
            clinic.api().get("/tenant/public").ok(),
            clinic.api().get("/nothing").refused(404),
            clinics.nobody().get("/tenant/public").refused(401),
            clinics.operator().get("/platform/tenants").ok())) {
      assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .startsWith("default-src 'none'");
    }
    var chains = security.getFilterChains().stream().map(Object::toString).toList();
    assertThat(chains).hasSizeGreaterThan(5);
    assertThat(chains)
        .filteredOn(chain -> !chain.contains("consoleArea"))
        .hasSize(chains.size() - 1)
        .noneMatch(chain -> chain.contains("Csrf"));
    assertThat(chains.toString()).doesNotContain("Logout", "UsernamePassword", "BasicAuth");
  }

  @Test
  void whoAsksIsKnownToServicesAndControllers() {
    var clinic = clinics.open();

    var who = clinic.api().get("/trouble/who").ok();

    var key = clinic.key().substring(0, clinic.key().indexOf('-'));
    assertThat(who.at("/0/kind")).isEqualTo("KEY");
    assertThat(who.at("/0/tenant")).isEqualTo(clinic.id());
    assertThat(who.at("/0/keyId")).isEqualTo(key);
    assertThat(who.json().get(1)).isEqualTo(who.json().get(0));
  }

  private String raw(String path, String headers) {
    return RawConnection.send(
        clinics.nobody(),
        "GET %s HTTP/1.1\r\nHost: x\r\n%sConnection: close\r\n\r\n".formatted(path, headers));
  }
}
