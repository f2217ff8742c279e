package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.RawConnection;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A patient's link is a path, so no path may reach a log. */
@CartwrightTest
@ExtendWith(OutputCaptureExtension.class)
class LoggedPathsTests {

  private static final String TOKEN = "this-token-is-nobodys-business-0123456789ab";

  @Autowired private Clinics clinics;

  /** Tomcat's words come over this bridge, which any context that closed before has torn down. */
  @BeforeEach
  void hearTomcat() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  @Test
  void noPathOfARequestReachesTheLog(CapturedOutput log) {
    var clinic = clinics.open();
    var keys = "TENANT: %s\r\nAPI-KEY: %s\r\n".formatted(clinic.id(), clinic.key());
    for (var start : new String[] {"/q/demo/", "/swagger-ui/", "/billing/", "/"}) {
      for (var end :
          new String[] {
            "",
            "/../x",
            "/../..",
            "/%2e%2e/x",
            "/..%2fx",
            "/..;/x",
            ";x",
            "//x",
            "%0a",
            "{",
            "|",
            "%5c..",
            "?again=%zz",
            ".css",
            "/confirm",
            "/quote.pdf",
            "/newest"
          }) {
        for (var method : new String[] {"GET", "POST", "FROBNICATE"}) {
          ask(method + " " + start + TOKEN + end, keys);
        }
      }
      ask("GET " + start + TOKEN, "Accept: nonsense\r\n");
      ask("GET " + start + TOKEN, "X: " + "x".repeat(20_000) + "\r\n");
      ask("GET " + start + TOKEN, Troublemaker.IN_A_FILTER + ": 1\r\n");
    }

    assertThat(log.getAll()).contains("Servlet.service()").doesNotContain(TOKEN);
  }

  /** What they say is seen nowhere, even where a path comes past the firewall one day. */
  @Test
  void whoWritesPathsIsNotHeard() {
    for (var logger :
        new String[] {
          "org.springframework.web.servlet.resource.ResourceHandlerUtils",
          "org.springframework.web.servlet.PageNotFound"
        }) {
      assertThat(LoggerFactory.getLogger(logger).isErrorEnabled()).as(logger).isFalse();
    }
  }

  private void ask(String line, String headers) {
    RawConnection.send(
        clinics.nobody(),
        line + " HTTP/1.1\r\nHost: x\r\n" + headers + "Connection: close\r\n\r\n");
  }
}
