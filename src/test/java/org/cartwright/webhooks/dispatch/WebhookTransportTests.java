package org.cartwright.webhooks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.cartwright.testing.ClosedPort;
import org.cartwright.webhooks.address.ReceiverAddresses;
import org.cartwright.webhooks.address.TestAddresses;
import org.cartwright.webhooks.api.DeliveryFailure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver can make the house do, on real sockets. */
class WebhookTransportTests {

  private final AtomicInteger connections = new AtomicInteger();
  private ServerSocket listening;
  private WebhookTransport transport = transport(TestAddresses.abroad(), new Names(Map.of()));

  WebhookTransportTests() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.ofLiteral("::"));
  }

  @BeforeEach
  void listen() {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  listening.accept().close();
                  connections.incrementAndGet();
                }
              } catch (SocketException e) {
                connections.addAndGet(0); // the test is over
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
    transport.destroy();
  }

  private static WebhookTransport transport(ReceiverAddresses addresses, DnsResolver names) {
    return transport(addresses, names, WebhookTransport.LONGEST);
  }

  private static WebhookTransport transport(
      ReceiverAddresses addresses, DnsResolver names, Duration longest) {
    return new WebhookTransport(addresses, names, Clock.systemUTC(), longest);
  }

  private Reply send(String url) {
    return transport.send(
        new DueDelivery(
            "evt_1",
            "hook_1",
            1,
            Instant.EPOCH,
            true,
            "CART_CREATED",
            url,
            List.of("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            "{}"));
  }

  /** Leads names where a test wants; asked again it may say something else. */
  private static final class Names implements DnsResolver {

    private final Map<String, List<String>> known;
    private final AtomicInteger asked = new AtomicInteger();

    Names(Map<String, List<String>> known) {
      this.known = known;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      var literal = host.replace("[", "").replace("]", "");
      if (!known.containsKey(literal)) {
        return InetAddress.getAllByName(host);
      }
      var answers = known.get(literal);
      var answer = answers.get(Math.min(asked.getAndIncrement(), answers.size() - 1));
      var addresses = new ArrayList<InetAddress>();
      for (var one : answer.split(" ", -1)) {
        addresses.add(InetAddress.ofLiteral(one));
      }
      return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  @Test
  void aHostileAddressIsNeverConnectedTo() {
    var port = listening.getLocalPort();
    var hosts =
        Stream.of(
            "localhost",
            "LOCALHOST",
            "localhost.",
            "foo.localhost",
            "ip6-localhost",
            "0",
            "0.0.0.0",
            "127.0.0.1",
            "127.0.0.1.",
            "127.1",
            "127.0.1",
            "127.127.127.127",
            "127.0.0.53",
            "2130706433",
            "0x7f000001",
            "0x7f.0.0.1",
            "0x7f.1",
            "0177.0.0.1",
            "017700000001",
            "00000177.0.0.1",
            "4294967295",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.100.100.200",
            "192.0.0.192",
            "198.18.0.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "[::]",
            "[::1]",
            "[0:0:0:0:0:0:0:1]",
            "[::127.0.0.1]",
            "[::7f00:1]",
            "[::ffff:127.0.0.1]",
            "[::ffff:7f00:1]",
            "[::ffff:0:127.0.0.1]",
            "[64:ff9b::127.0.0.1]",
            "[64:ff9b:1::7f00:1]",
            "[2002:7f00:1::]",
            "[2001:0:7f00:1::1]",
            "[fc00::1]",
            "[fd00:ec2::254]",
            "[fe80::1]",
            "[fe80::1%25lo]",
            "[::1%25lo]",
            "[fec0::1]",
            "[ff02::1]",
            "[100::1]",
            "metadata.google.internal",
            "printer.local",
            "user@127.0.0.1",
            "user:pass@localhost",
            "hooks.example@127.0.0.1",
            "127.0.0.1\\@hooks.example",
            "127.0.0.1#.hooks.example",
            "127。0。0。1",
            "ⓛocalhost",
            "%6cocalhost");
    var urls =
        Stream.concat(
                hosts.flatMap(
                    host ->
                        Stream.of(
                            "https://" + host + ":" + port + "/", "http://" + host + ":" + port)),
                Stream.of("ftp://127.0.0.1:" + port + "/", "gopher://127.0.0.1:" + port + "/"))
            .collect(Collectors.toUnmodifiableSet());
    assertThat(urls.size()).isGreaterThan(60);

    for (var url : urls) {
      var reply = send(url);
      assertThat(reply.isDelivered()).as(url).isFalse();
      assertThat(reply.status()).as(url).isNull();
    }
    assertThat(connections).hasValue(0);
  }

  @Test
  void aNameThatLeadsInsideIsNotConnectedToHoweverItIsSpelled() {
    var inside =
        List.of(
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.5.5",
            "169.254.169.254",
            "100.64.3.3",
            "0.0.0.0",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "fd00::1",
            "fe80::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::1");
    for (var address : inside) {
      transport =
          transport(TestAddresses.abroad(), new Names(Map.of("hooks.example", List.of(address))));
      assertThat(send("https://hooks.example:" + listening.getLocalPort() + "/").failure())
          .as(address)
          .isEqualTo("Its name leads to no public address.");
    }
    assertThat(connections).hasValue(0);
  }

  /**
   * Where the name led when it was looked at is where is connected to, and it is looked at once.
   */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aNameThatChangesItsMindLeadsNobodyInside() {
    // Of the documentation's networks, so that nobody answers there.
    var names = new Names(Map.of("rebind.example", List.of("203.0.113.7 127.0.0.1", "127.0.0.1")));
    transport = transport(TestAddresses.abroad(), names);
    for (int n = 0; n < 4; n++) {
      assertThat(send("https://rebind.example:" + listening.getLocalPort() + "/").isDelivered())
          .isFalse();
    }
    assertThat(names.asked).hasValueGreaterThanOrEqualTo(4);
    assertThat(connections).hasValue(0);
  }

  @Test
  void nobodyIsFollowedElsewhere() throws IOException {
    transport = transport(TestAddresses.atHome(), new Names(Map.of()));
    for (var status : List.of(301, 302, 303, 307, 308)) {
      var receiver =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      receiver.createContext(
          "/",
          exchange -> {
            exchange
                .getResponseHeaders()
                .add("Location", "http://localhost:" + listening.getLocalPort() + "/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
          });
      receiver.start();
      var reply = send("http://localhost:" + receiver.getAddress().getPort() + "/");
      receiver.stop(0);
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.failure())
          .isEqualTo("It answered " + status + "; redirects are not followed.");
    }
    assertThat(connections).hasValue(0);
  }

  @ParameterizedTest(name = "Retry-After: {0}")
  @CsvSource(
      nullValues = "none",
      value = {
        "0, PT0S",
        "90, PT1M30S",
        "999999999, PT277777H46M39S",
        "1000000000, PT6H",
        "99999999999999999999, PT6H",
        "-1, none",
        "1.5, none",
        "soon, none"
      })
  void aReceiverSaysHowLongToWaitHoweverLongTheNumberIs(String said, @Nullable Duration granted)
      throws IOException {
    transport = transport(TestAddresses.atHome(), new Names(Map.of()));
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", said);
          exchange.sendResponseHeaders(503, -1);
          exchange.close();
        });
    receiver.start();
    var wish = send("http://localhost:" + receiver.getAddress().getPort() + "/").wish();
    receiver.stop(0);

    assertThat(wish).isEqualTo(granted);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anAnswerWithoutAnEndIsNotReadToIt() throws IOException {
    transport = transport(TestAddresses.atHome(), new Names(Map.of()));
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.setExecutor(Runnable::run);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          var chunk = new byte[8192];
          try (var out = exchange.getResponseBody()) {
            while (true) {
              out.write(chunk);
            }
          }
        });
    receiver.start();
    var before = System.nanoTime();
    var reply = send("http://localhost:" + receiver.getAddress().getPort() + "/");
    receiver.stop(0);

    assertThat(reply.isDelivered()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(WebhookTransport.LONGEST);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manySlowReceiversOnOneHostHoldUpNoOtherThere() throws Exception {
    transport = transport(TestAddresses.atHome(), new Names(Map.of()));
    var isOver = new CountDownLatch(1);
    var many = new CountDownLatch(40);
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          if (exchange.getRequestURI().getPath().equals("/slow")) {
            many.countDown();
            awaited(isOver);
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    var url = "http://localhost:" + receiver.getAddress().getPort();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      receiver.setExecutor(threads);
      receiver.start();
      for (int n = 0; n < 40; n++) {
        threads.execute(() -> send(url + "/slow"));
      }
      assertThat(many.await(4, TimeUnit.SECONDS)).isTrue();

      assertThat(send(url + "/quick").isDelivered()).isTrue();

      isOver.countDown();
      receiver.stop(0);
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobodyIsWaitedForLongerThanTenSeconds() {
    transport = new WebhookTransport(TestAddresses.abroad(), Clock.systemUTC());

    assertThat(transport.longest()).isEqualTo(Duration.ofSeconds(10));
  }

  /** A byte now and then keeps a connection alive, but not the house waiting. */
  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whoAnswersDropByDropIsNotWaitedForLongerThanThat() throws IOException {
    var longest = Duration.ofSeconds(1);
    transport = transport(TestAddresses.atHome(), new Names(Map.of()), longest);
    try (var slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (var socket = slow.accept()) {
                  while (true) {
                    socket.getOutputStream().write('H');
                    Thread.sleep(50);
                  }
                } catch (IOException | InterruptedException e) {
                  connections.addAndGet(0); // the other side has gone
                }
              });
      var before = System.nanoTime();
      var reply = send("http://127.0.0.1:" + slow.getLocalPort() + "/");

      assertThat(reply.failure()).isEqualTo("It did not answer within ten seconds.");
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isBetween(longest.minusMillis(100), longest.plusSeconds(4));
    }
  }

  @Test
  void whatWentWrongIsSaidInASentence() throws IOException {
    transport = transport(TestAddresses.atHome(), new Names(Map.of()));
    try (var closed = new ClosedPort()) {
      assertThat(send(closed.url())).isEqualTo(Reply.failed(DeliveryFailure.NOT_CONNECTED));
    }
    assertThat(Reply.of(204, null).isDelivered()).isTrue();
    assertThat(Reply.of(500, null).failure()).isEqualTo("It answered 500.");
    assertThat(Reply.of(410, null).isGone()).isTrue();
  }
}
