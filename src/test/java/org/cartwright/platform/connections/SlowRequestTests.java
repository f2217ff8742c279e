package org.cartwright.platform.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Clients that hold a connection and give little for it, and those who ask from one address in the
 * name of others, without a proxy that is believed.
 */
@CartwrightTest
@TestPropertySource(
    properties = {
      "cartwright.limits.request-within=1s",
      "cartwright.limits.connections-per-address=30",
      "cartwright.limits.strangers-per-minute=40"
    })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlowRequestTests {

  private static final int A_BYTE_EVERY_MILLIS = 100;
  private static final int PATIENCE_MILLIS = 8_000;

  @Autowired private Clinics clinics;

  /** All of them at once, since each takes its time. */
  @Test
  void whatTricklesIsCutOff() {
    var beginnings =
        List.of(
            "",
            "GET /tenant/public HTTP/1.1\r\nHost: x\r\nX-Slow: ",
            "GET /tenant/public HTTP/1.1\r\nHost: x\r\n\r\nGET /tenant/public HTTP/1.1\r\nX-Slow: ",
            "POST /billing/cart HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\n",
            "POST /q/_/x/confirm HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n");

    var seconds =
        AtOnce.all(
            beginnings.stream()
                .map(beginning -> (Callable<Integer>) () -> secondsUntilCutOff(beginning, "a"))
                .toList());

    assertThat(seconds).hasSameSizeAs(beginnings).allSatisfy(it -> assertThat(it).isBetween(0, 5));
  }

  @Test
  void aBodyThatTricklesIsCutOffWhileItIsRead() {
    var clinic = clinics.open();
    var beginning =
        "POST /billing/cart HTTP/1.1\r\nHost: x\r\nTENANT: %s\r\nAPI-KEY: %s\r\nContent-Type: application/json\r\n"
            .formatted(clinic.id(), clinic.key());

    var seconds =
        AtOnce.all(
            List.<Callable<Integer>>of(
                () -> secondsUntilCutOff(beginning + "Content-Length: 5000\r\n\r\n", " "),
                () ->
                    secondsUntilCutOff(
                        beginning + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")));
    assertThat(seconds).allSatisfy(it -> assertThat(it).isBetween(0, 5));
    assertThat(clinic.api().get("/billing/cart").ok().number("/total")).isZero();
  }

  @Test
  void emptyLinesAreNoRequest() throws IOException {
    assertThat(secondsUntilCutOff("", "\r\n")).isBetween(0, 5);
  }

  @Test
  void whoSaysNothingIsCutOff() throws IOException {
    try (var socket = connect()) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aConnectionMayRestBetweenTwoRequests() throws Exception {
    var request = "GET /actuator/health/liveness HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1);
    try (var socket = connect()) {
      socket.getOutputStream().write(request);
      assertThat(answered(socket)).startsWith("HTTP/1.1 200");
      Thread.sleep(1_600);
      socket.getOutputStream().write(request);
      assertThat(answered(socket)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void oneAddressHasSoManyConnectionsAndNoMore() throws Exception {
    var held = new ArrayList<Socket>();
    var refused = 0;
    try {
      for (int i = 0; i < 60; i++) {
        var socket = connect();
        held.add(socket);
        refused += isClosedAtOnce(socket) ? 1 : 0;
        if (refused == 1) {
          break;
        }
      }
      assertThat(refused).isEqualTo(1);
      assertThat(held.size()).isBetween(20, 31);
    } finally {
      close(held);
    }

    for (int tries = 0; tries < 100; tries++) {
      try (var socket = connect()) {
        if (!isClosedAtOnce(socket)) {
          return;
        }
      }
    }
    throw new AssertionError("closed connections are still counted");
  }

  /** The last of all: from then on strangers are not answered here. */
  @Test
  @Order(Integer.MAX_VALUE)
  void nobodyGetsMoreByNamingOtherAddresses() {
    int tries = 0;
    int status;
    do {
      tries++;
      status =
          clinics
              .nobody()
              .with("X-Forwarded-For", "203.0.113." + tries)
              .with("Forwarded", "for=203.0.113." + tries)
              .get("/tenant/public")
              .status();
    } while (status == 401 && tries < 200);

    assertThat(status).isEqualTo(429);
    assertThat(tries).isGreaterThan(20);
  }

  private Socket connect() throws IOException {
    var uri = URI.create(clinics.nobody().base());
    var socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static boolean isClosedAtOnce(Socket socket) throws IOException {
    socket.setSoTimeout(20);
    try {
      return socket.getInputStream().read() == -1;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Sends a beginning and then a little for ever, and tells after how long nobody listens. */
  private int secondsUntilCutOff(String beginning, String little) throws IOException {
    var begun = System.nanoTime();
    try (var socket = connect()) {
      socket.setSoTimeout(A_BYTE_EVERY_MILLIS);
      var out = socket.getOutputStream();
      out.write(beginning.getBytes(ISO_8859_1));
      while (System.nanoTime() - begun < PATIENCE_MILLIS * 1_000_000L) {
        out.write(little.getBytes(ISO_8859_1));
        try {
          if (socket.getInputStream().read() == -1) {
            break;
          }
        } catch (SocketTimeoutException nothingYet) {
          // so it listens still
        }
      }
    } catch (SocketException reset) {
      // as good as closed
    }
    return (int) ((System.nanoTime() - begun) / 1_000_000_000L);
  }

  private static String answered(Socket socket) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf("\r\n0\r\n\r\n") < 0) {
      var next = socket.getInputStream().read();
      if (next == -1) {
        break;
      }
      read.append((char) next);
    }
    return read.toString();
  }

  private static void close(List<Socket> sockets) throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
  }
}
