package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The tests' service allows {@link CartwrightTest#CORS_ORIGINS}. */
@CartwrightTest
class CorsRulesTests {

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TENANT",
        "API-KEY",
        "ADMIN-KEY",
        "Content-Type",
        "X-Request-Id",
        "Idempotency-Key",
        "If-Match",
        "If-None-Match"
      })
  void aPageOfAnAllowedOriginMayAskBeforehandWithoutKeys(String header) {
    var answer = preflight("https://desk.example", "PUT", header);

    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("https://desk.example");
    assertThat(header(answer, "Access-Control-Allow-Methods")).contains("PUT");
    assertThat(header(answer, "Access-Control-Allow-Headers")).isEqualToIgnoringCase(header);
    assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, GET, TENANT",
    "http://desk.example, GET, TENANT",
    "https://desk.example.evil.example, GET, TENANT",
    "https://clinic.example, GET, TENANT",
    "http://localhost:3000, GET, TENANT",
    "null, GET, TENANT",
    "https://desk.example, TRACE, TENANT",
    "https://desk.example, GET, X-Other"
  })
  void anybodyElseIsRefusedInTheHousesShape(String origin, String method, String header) {
    var answer = preflight(origin, method, header);

    assertThat(answer).startsWith("HTTP/1.1 403 ").contains("application/json");
    assertThat(answer).contains("{\"detail\":\"Pages of this origin may not call");
    assertThat(header(answer, "Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void aPageOfAnAllowedOriginReadsAnswersAndRefusals() {
    var clinic = clinics.open();
    for (var keys : List.of("API-KEY: " + clinic.key(), "API-KEY: wrong-key")) {
      var answer =
          RawConnection.send(
              clinics.nobody(),
              "GET /tenant/public HTTP/1.1\r\nHost: x\r\nOrigin: https://a.clinic.example\r\nTENANT: %s\r\n%s\r\nConnection: close\r\n\r\n"
                  .formatted(clinic.id(), keys));

      assertThat(header(answer, "Access-Control-Allow-Origin"))
          .isEqualTo("https://a.clinic.example");
      assertThat(header(answer, "Access-Control-Expose-Headers"))
          .contains("X-Request-Id", "Retry-After", "ETag", "X-RateLimit-Remaining");
      assertThat(header(answer, "X-Request-Id")).startsWith("req_");
    }
  }

  @Test
  void withoutTheSettingNoPageMayAsk() {
    assertThat(allows("https://desk.example")).isFalse();
    assertThat(allows("http://localhost:3000")).isFalse();
  }

  @Test
  void whereTheDatabaseStartedByItselfPagesOfThisMachineMayAsk() {
    var embedded = "cartwright.embedded=true";

    assertThat(allows("http://localhost:3000", embedded)).isTrue();
    assertThat(allows("http://localhost", embedded)).isTrue();
    assertThat(allows("http://127.0.0.1:5173", embedded)).isTrue();
    assertThat(allows("http://localhost.evil.example:3000", embedded)).isFalse();
    assertThat(allows("https://desk.example", embedded)).isFalse();
  }

  @Test
  void theSettingReplacesWhatWouldBeAllowedByItself() {
    var embedded = "cartwright.embedded=true";

    assertThat(
            allows("http://localhost:3000", embedded, "cartwright.cors-origins=https://a.example"))
        .isFalse();
    assertThat(allows("http://localhost:3000", embedded, "cartwright.cors-origins=")).isFalse();
    assertThat(
            allows(
                "https://b.example",
                "cartwright.cors-origins=https://a.example, https://b.example"))
        .isTrue();
  }

  @Test
  void theSettingIsReadFromTheEnvironment() {
    new ApplicationContextRunner()
        .withUserConfiguration(CorsRules.class)
        .withInitializer(
            context ->
                TestPropertyValues.of("CARTWRIGHT_CORS_ORIGINS=https://a.example")
                    .applyTo(context.getEnvironment(), TestPropertyValues.Type.SYSTEM_ENVIRONMENT))
        .run(
            context ->
                assertThat(letsPass(context.getBean(CorsRules.class), "https://a.example"))
                    .isTrue());
  }

  private static boolean allows(String origin, String... properties) {
    var allowed = new boolean[1];
    new ApplicationContextRunner()
        .withUserConfiguration(CorsRules.class)
        .withPropertyValues(properties)
        .run(context -> allowed[0] = letsPass(context.getBean(CorsRules.class), origin));
    return allowed[0];
  }

  private static boolean letsPass(CorsRules cors, String origin) throws IOException {
    var request = new MockHttpServletRequest("GET", "/billing/cart");
    request.addHeader("Origin", origin);
    request.setServerName("cartwright.example");
    var response = new MockHttpServletResponse();
    try {
      cors.filter().doFilter(request, response, new MockFilterChain());
    } catch (jakarta.servlet.ServletException e) {
      throw new IOException(e);
    }
    return response.getStatus() == 200
        && origin.equals(response.getHeader("Access-Control-Allow-Origin"));
  }

  private String preflight(String origin, String method, String header) {
    return RawConnection.send(
        clinics.nobody(),
        "OPTIONS /billing/cart/1 HTTP/1.1\r\nHost: x\r\nOrigin: %s\r\nAccess-Control-Request-Method: %s\r\nAccess-Control-Request-Headers: %s\r\nConnection: close\r\n\r\n"
            .formatted(origin, method, header));
  }

  private static String header(String answer, String name) {
    var start = name.toLowerCase(Locale.ROOT) + ": ";
    return answer
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
