package org.cartwright.platform.connections;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.Cartwright;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** The service stops while it is asked without a pause, on connections that are kept. */
class GracefulShutdownTests {

  private static final int CLIENTS = 12;
  private static final byte[] REQUEST =
      "GET /user/patient/list HTTP/1.1\r\nHost: x\r\nTENANT: nobody\r\nAPI-KEY: a-guess\r\n\r\n"
          .getBytes(ISO_8859_1);
  private static final byte[] IS_IT_READY =
      "GET /actuator/health/readiness HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(ISO_8859_1);

  private final AtomicInteger answers = new AtomicInteger();
  private final AtomicInteger farewells = new AtomicInteger();
  private volatile boolean isStopping;
  private volatile boolean saidItIsNotReady;

  @Test
  void noRequestIsLostWhenTheServiceStopsUnderLoad() throws Exception {
    var service =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Cartwright.class)
                .initializers(new TestDatabase.Initializer())
                .run(
                    "--server.port=0",
                    "--cartwright.round-every=P1D",
                    "--cartwright.limits.strangers-per-minute=0",
                    "--cartwright.limits.drain=1s");
    var port = Objects.requireNonNull(service.getWebServer()).getPort();
    var lost = new ArrayList<String>();
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<java.util.concurrent.Future<List<String>>>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(clients.submit(asking(port)));
      }
      while (answers.get() < 20 * CLIENTS) {
        LockSupport.parkNanos(1_000_000);
      }
      isStopping = true;
      service.close();
      for (var client : running) {
        lost.addAll(client.get());
      }
    }

    assertThat(lost).isEmpty();
    assertThat(farewells.get()).isGreaterThanOrEqualTo(CLIENTS);
    assertThat(saidItIsNotReady).isTrue();
  }

  /** Asks until nobody opens any more, and tells what was not answered. */
  private Callable<List<String>> asking(int port) {
    return () -> {
      var lost = new ArrayList<String>();
      while (true) {
        try (var socket = new Socket()) {
          try {
            socket.connect(new InetSocketAddress("localhost", port));
          } catch (SocketException refused) {
            // Or reset, by a door that closes under the handshake: nothing was asked yet.
            return lost;
          }
          socket.setSoTimeout(20_000);
          ask(socket, lost);
        }
      }
    };
  }

  private void ask(Socket socket, List<String> lost) {
    var isClosing = false;
    for (int asked = 0; !isClosing; asked++) {
      try {
        var asksIfReady = isStopping && !saidItIsNotReady;
        socket.getOutputStream().write(asksIfReady ? IS_IT_READY : REQUEST);
        var answer = answer(new BufferedInputStream(socket.getInputStream()));
        answers.incrementAndGet();
        isClosing = answer.toLowerCase(Locale.ROOT).contains("connection: close");
        if (isClosing) {
          farewells.incrementAndGet();
        }
        if (asksIfReady && answer.startsWith("HTTP/1.1 503")) {
          saidItIsNotReady = true;
        }
      } catch (IOException e) {
        lost.add("request %d of a connection: %s".formatted(asked, e));
        return;
      }
    }
  }

  /** The head of an answer, whose body is read too. */
  private static String answer(InputStream in) throws IOException {
    var read = new ByteArrayOutputStream();
    while (!read.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      var next = in.read();
      if (next == -1) {
        throw new IOException("closed after " + read.size() + " bytes");
      }
      read.write(next);
    }
    var head = read.toString(ISO_8859_1);
    var end = head.toLowerCase(Locale.ROOT).contains("content-length: ") ? "}" : "\r\n0\r\n\r\n";
    while (!read.toString(ISO_8859_1).substring(head.length() - 2).endsWith(end)) {
      var next = in.read();
      if (next == -1) {
        throw new IOException("closed in the middle of a body");
      }
      read.write(next);
    }
    return head;
  }
}
