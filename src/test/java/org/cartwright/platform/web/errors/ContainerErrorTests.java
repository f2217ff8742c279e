package org.cartwright.platform.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What the container refuses by itself, before any of our code is asked. */
@CartwrightTest
class ContainerErrorTests {

  private static final String END = "Host: x\r\nConnection: close\r\n\r\n";

  @Autowired private Clinics clinics;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a b HTTP/1.1",
        "GET /a|b HTTP/1.1",
        "GET /a\"b HTTP/1.1",
        "GET /a<script>b HTTP/1.1",
        "GET /{cart} HTTP/1.1",
        "GET /a\\b HTTP/1.1",
        "GET /é HTTP/1.1",
        "GET /a^b?x=` HTTP/1.1",
        "G@T / HTTP/1.1",
        "G(T / HTTP/1.1",
        "GET nothing HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /% HTTP/1.1",
        "GET /a%2Fb HTTP/1.1",
        "GET /a%5Cb HTTP/1.1",
        "GET /%00 HTTP/1.1",
        "GET /billing/cart/%00 HTTP/1.1",
        "GET /billing/cart/a%00b HTTP/1.1",
        "GET /../../etc/passwd HTTP/1.1",
        "GET /billing/cart/..;/x HTTP/1.1",
        "GET /%c0%ae%c0%ae/ HTTP/1.1",
        "GET /%ff HTTP/1.1",
        "GET http://[::1/ HTTP/1.1",
        "GET / HTTP/9.9",
        "GET / HTTP/x",
        "nonsense",
        "TRACE / HTTP/1.1",
        "CONNECT x:1 HTTP/1.1"
      })
  void aBadRequestLineIsRefusedInTheHousesShape(String line) {
    refusedPlainly(RawConnection.send(clinics.nobody(), line + "\r\n" + END));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bad Header: x\r\n",
        "Bad\u0001Header: x\r\n",
        "X: a\u0000b\r\n",
        "Content-Length: x\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n",
        "Transfer-Encoding: nonsense\r\n",
        "Host: other\r\n"
      })
  void badHeadersAreRefusedInTheHousesShape(String header) {
    refusedPlainly(
        RawConnection.send(clinics.nobody(), "POST /billing/cart HTTP/1.1\r\n" + header + END));
  }

  @Test
  void whatIsAskedForAndNotKnownHereIsNoTroubleOfTheInside() {
    var nobody = clinics.nobody();

    assertThat(RawConnection.send(nobody, "GET / HTTP/2.0\r\n" + END))
        .startsWith("HTTP/1.1 505 ")
        .endsWith("{\"detail\":\"HTTP Version Not Supported: ask by HTTP/1.1.\"}");
    assertThat(RawConnection.send(nobody, "CONNECT x:1 HTTP/1.1\r\n" + END))
        .startsWith("HTTP/1.1 501 ")
        .contains("{\"detail\":\"Not Implemented: ");
    assertThat(
            RawConnection.send(
                nobody, "POST /billing/cart HTTP/1.1\r\nTransfer-Encoding: gzip\r\n" + END))
        .startsWith("HTTP/1.1 501 ")
        .contains("{\"detail\":\"Not Implemented: ");
  }

  @Test
  void aRequestWithoutAHostIsRefusedInTheHousesShape() {
    refusedPlainly(
        RawConnection.send(
            clinics.nobody(), "GET /billing/cart HTTP/1.1\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void headersAndPathsOfAnyLengthAreRefusedInTheHousesShape() {
    var tooLong = "x".repeat(60_000);

    for (var request :
        List.of(
            "GET / HTTP/1.1\r\nX: " + tooLong + "\r\n" + END,
            "GET /" + tooLong + " HTTP/1.1\r\n" + END,
            "GET /?" + tooLong + " HTTP/1.1\r\n" + END,
            "GET / HTTP/1.1\r\n" + "X: y\r\n".repeat(500) + END)) {
      var answer = RawConnection.send(clinics.nobody(), request);
      refusedPlainly(answer);
      assertThat(answer).contains("longer than 48 KiB");
    }
  }

  @Test
  void chunksThatAreNoneAreRefusedInTheHousesShape() {
    var clinic = clinics.open();
    var head =
        "POST /inventory/items/create HTTP/1.1\r\nTENANT: %s\r\nAPI-KEY: %s\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
            .formatted(clinic.id(), clinic.key());

    var answer = RawConnection.send(clinics.nobody(), head + END + "zz\r\nnonsense\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    refusedPlainly(answer);
  }

  /** 4xx, JSON in the one shape, and not a word about what answers. */
  private static void refusedPlainly(String answer) {
    assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|505|501) .*");
    var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    var body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
    assertThat(
            head.lines()
                .filter(h -> h.toLowerCase(java.util.Locale.ROOT).startsWith("content-type:"))
                .findFirst())
        .get()
        .asString()
        .contains("application/json");
    assertThat(answer)
        .doesNotContainIgnoringCase("tomcat", "apache", "exception", "<html", "java", "server:");
    var tree = new JsonMapper().readTree(unchunked(head, body));
    assertThat(tree.size()).as(answer).isEqualTo(1);
    assertThat(tree.get("detail").isString()).as(answer).isTrue();
  }

  /** The body; of a chunked one the first chunk, which is all of it. */
  private static String unchunked(String head, String body) {
    if (!head.contains("chunked")) {
      return body;
    }
    var start = body.indexOf("\r\n") + 2;
    return body.substring(start, body.indexOf("\r\n", start));
  }
}
