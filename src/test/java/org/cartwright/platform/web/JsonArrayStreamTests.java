package org.cartwright.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.cartwright.platform.paging.KeysetPosition;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Copies;
import org.cartwright.testing.Statements;
import org.cartwright.testing.TestDatabase;
import org.cartwright.testing.TestPatience;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Carts and charges, all of them at once, to whoever reads them however slowly. */
@CartwrightTest
class JsonArrayStreamTests {

  private static final String CARTS = "/billing/cart/list";
  private static final String CHARGES = "/billing/charge/list";

  /** More than a few chunks, and more than what a socket takes that nobody reads. */
  private static final int MANY = 4 * KeysetPosition.CHUNK + 7;

  private static final String END_OF_A_WHOLE_ANSWER = "]\r\n0\r\n\r\n";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;
  @Autowired private TestPatience patience;
  @Autowired private DataSource dataSource;
  private static Clinic clinic;

  /** Nobody changes it. */
  @BeforeAll
  static void fillAClinic(@Autowired Clinics clinics) {
    clinic = clinics.open();
    fill(clinic, 3 * KeysetPosition.CHUNK / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {CARTS, CHARGES})
  void everythingComesOnceAndNewestFirstThoughManyAreOfOneMoment(String list) throws SQLException {
    var listed = clinic.api().get(list).ok().json();

    assertThat(listed.size()).isEqualTo(MANY);
    var keys = new ArrayList<String>();
    for (JsonNode entry : listed) {
      keys.add(entry.get("createdDate").asString() + " " + entry.get("id").asString());
    }
    assertThat(new HashSet<>(keys)).hasSize(MANY);
    assertThat(keys).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(keys.stream().map(key -> key.substring(0, key.indexOf(' '))).distinct().count())
        .isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource({CARTS + ", 6", CHARGES + ", 6"})
  void eachChunkTakesTheSameFewStatements(String list, long aChunk) throws SQLException {
    var other = clinics.open();
    charge(other, other.cart(other.patient(), line(other.item("Filler", 1000))));
    other.api().get(list).ok();

    long one = statements.during(() -> other.api().get(list).ok());
    long five = statements.during(() -> clinic.api().get(list).ok());

    assertThat(one).isEqualTo(aChunk);
    assertThat(five).isEqualTo(5 * aChunk);
  }

  @Test
  void whoReadsSlowlyHoldsNoConnectionThatOthersNeed() throws Exception {
    var other = clinics.open();
    var pool = dataSource.unwrap(HikariDataSource.class);
    var readers = new ArrayList<SlowReader>();
    try {
      for (int i = 0; i < pool.getMaximumPoolSize() + 2; i++) {
        readers.add(SlowReader.of(clinic.api(), CARTS));
      }
      for (var reader : readers) {
        assertThat(reader.firstLine()).contains("200");
      }

      other.api().get(CARTS).ok();
      assertThat(readers.getFirst().rest()).endsWith(END_OF_A_WHOLE_ANSWER);
    } finally {
      for (var reader : readers) {
        reader.close();
      }
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aReaderWhoLeavesIsNoFailure(CapturedOutput log) throws Exception {
    var gone =
        (Logger)
            LoggerFactory.getLogger("org.cartwright.platform.web.errors.ApiExceptionHandler.Gone");
    gone.setLevel(Level.DEBUG);
    try {
      var reader = SlowReader.of(clinic.api(), CARTS);
      assertThat(reader.firstLine()).contains("200");
      reader.close();

      await(() -> log.getAll().contains("client has gone away"));
      assertThat(log.getAll()).doesNotContain("An answer broke off");
    } finally {
      gone.setLevel(null);
    }
  }

  private static void await(BooleanSupplier something) {
    long begin = System.nanoTime();
    while (!something.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void whatFailsInTheMiddleIsNeverTakenForAWholeListAndFillsNoLog(CapturedOutput log)
      throws Exception {
    try (var ignored = patience.shortened();
        var carts = SlowReader.of(clinic.api(), CARTS);
        var charges = SlowReader.of(clinic.api(), CHARGES)) {
      assertThat(carts.firstLine()).contains("200");
      assertThat(charges.firstLine()).contains("200");
      List<String> rests;
      try (var somebodyElse = holdingTheTables()) {
        rests = AtOnce.all(List.<Callable<String>>of(carts::rest, charges::rest));
        somebodyElse.rollback();
      }

      assertThat(rests)
          .allSatisfy(
              rest ->
                  assertThat(rest)
                      .contains("\"createdDate\"")
                      .doesNotEndWith("0\r\n\r\n")
                      .doesNotEndWith("]"));
    }
    for (var list : List.of(CARTS, CHARGES)) {
      assertThat(clinic.api().get(list).ok().json().size()).isEqualTo(MANY);
    }
    assertThat(log.getAll()).doesNotContain("\tat org.cartwright");
  }

  /** HTTP/1.0 has no chunks: a connection that ends as usual says that this was all. */
  @Test
  void whoIsNotToldWhereAListEndsIsCutOffInItsMiddle() throws Exception {
    try (var ignored = patience.shortened();
        var whole = SlowReader.of(clinic.api(), CARTS, "HTTP/1.0");
        var half = SlowReader.of(clinic.api(), CARTS, "HTTP/1.0")) {
      assertThat(whole.firstLine()).contains("200");
      assertThat(whole.rest()).endsWith("]");
      assertThat(half.firstLine()).contains("200");
      try (var somebodyElse = holdingTheTables()) {
        assertThatThrownBy(half::rest).isInstanceOf(SocketException.class);
        somebodyElse.rollback();
      }
    }
  }

  @Test
  void whatFailsBeforeTheFirstEntryIsAnOrdinaryRefusal() throws Exception {
    List<Answer> answers;
    try (var ignored = patience.shortened();
        var somebodyElse = holdingTheTables()) {
      answers =
          AtOnce.all(
              List.<Callable<Answer>>of(
                  () -> clinic.api().get(CARTS), () -> clinic.api().get(CHARGES)));
      somebodyElse.rollback();
    }

    for (var answer : answers) {
      answer.refused(409);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }
  }

  /** Whoever reads waits, and gives up soon. */
  private static java.sql.Connection holdingTheTables() throws SQLException {
    var connection = TestDatabase.shared().superuser();
    connection.setAutoCommit(false);
    try (var lock = connection.createStatement()) {
      lock.execute("lock table cart, charge in access exclusive mode");
    }
    return connection;
  }

  /**
   * Gives a clinic many carts and charges of 10 KB, in groups of one moment. Through the back door,
   * because through the front it takes minutes.
   */
  private static void fill(Clinic clinic, int ofOneMoment) {
    var patient = clinic.patient();
    var item = clinic.item("Filler", 1000);
    var full = clinic.cart(patient, line(item));
    var charge = charge(clinic, full);
    var draft = clinic.cart(patient).at("/id");
    var text = "repeat('x', 9999)";
    Copies.of(
        clinic,
        "cart",
        "o.id = '" + draft + "'",
        MANY - 2,
        another(ofOneMoment, Map.of("notes", text)));
    Copies.of(
        clinic,
        "charge",
        "o.id = '" + charge + "'",
        MANY - 1,
        another(ofOneMoment, Map.of("description", text, "source_id", "o.source_id || '-' || n")));
  }

  private static Map<String, String> another(int ofOneMoment, Map<String, String> more) {
    var changes = new HashMap<>(more);
    changes.put("id", "o.id || '-' || n");
    changes.put(
        "created_date",
        "o.created_date - interval '1 hour' - (n / %d) * interval '1 minute'"
            .formatted(ofOneMoment));
    return changes;
  }

  private static String charge(Clinic clinic, Answer cart) {
    var id = cart.at("/id");
    return clinic
        .api()
        .post("/billing/cart/" + id + "/convert-to-charge", body().with("cartId", id))
        .ok()
        .at("/id");
  }

  /** Takes in a few bytes and no more until it is told to. */
  private record SlowReader(Socket socket) implements AutoCloseable {

    static SlowReader of(Api api, String path) throws IOException {
      return of(api, path, "HTTP/1.1");
    }

    static SlowReader of(Api api, String path, String protocol) throws IOException {
      var uri = URI.create(api.base());
      var socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.setSoTimeout(20_000);
      socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
      socket
          .getOutputStream()
          .write(
              """
              GET %s %s\r
              Host: localhost\r
              TENANT: %s\r
              API-KEY: %s\r
              Connection: close\r
              \r
              """
                  .formatted(path, protocol, api.header("TENANT"), api.header("API-KEY"))
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new SlowReader(socket);
    }

    String firstLine() throws IOException {
      var line = new StringBuilder();
      for (int c = socket.getInputStream().read(); c != '\n' && c >= 0; ) {
        line.append((char) c);
        c = socket.getInputStream().read();
      }
      return line.toString();
    }

    /** Everything until the service hangs up. */
    String rest() throws IOException {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
