package org.cartwright.answers;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.audit.recording.AuditRows;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Collector;
import org.cartwright.testing.DatabaseWork;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.UnsentEvents;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks everything in the recording once more, each file at a clinic of its own whose clock stands
 * still while something is asked, and compares status and body byte for byte. What changes
 * something is asked with an {@code Idempotency-Key}, twice; without one, as nearly every other
 * test asks it, only with {@code -Dtests.cases=all}.
 *
 * <p>When answers change on purpose: {@code ./mvnw test -Dtest=RecordedAnswersTests
 * -Danswers.record=true} writes the files anew; look at what changed before committing it. A new
 * exchange is written into a file without its answer, then recorded. Besides headers it can say
 * {@code @as nobody} or {@code @as operator}, {@code @later P3D} to let time pass before it, and
 * {@code @only text} to keep of a list what has the text in it.
 */
@CartwrightTest
class RecordedAnswersTests {

  private static final Path FILES = Path.of("src/test/resources/answers");
  private static final String REPEATING = "repeats-";
  private static final String KEY = "Idempotency-Key";
  private static final Pattern OBJECT =
      Pattern.compile("/(billing/cart|billing/quote|orders/drafts|orders(?!/drafts))/[^/?]+");
  private static final boolean RECORDING = Boolean.getBoolean("answers.record");
  private static final Instant BEGINNING = Instant.parse("2031-03-11T14:00:00Z");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The requests of clinics' files that were made in this JVM, by their file. */
  private static final Map<String, List<Marked>> MADE = new HashMap<>();

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private JdbcClient database;

  static Stream<String> files() throws IOException {
    try (var files = Files.list(FILES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  /**
   * The operator has no keys of that kind, and of what is said again the record of accesses tells.
   */
  static Stream<String> clinicsFiles() throws IOException {
    return files().filter(RecordedAnswersTests::hasKeys);
  }

  /**
   * What changes something is said with a key and then again, where there are keys: had it been
   * done twice, what follows would tell. Without one it is said when recording, and with all cases.
   */
  static Stream<Arguments> rounds() throws IOException {
    var rounds = new ArrayList<Arguments>();
    for (var file : files().toList()) {
      if (hasKeys(file) && !RECORDING) {
        rounds.add(Arguments.of(file, REPEATING));
      }
      if (!hasKeys(file) || RECORDING || Cases.of(0, 1) == 1) {
        rounds.add(Arguments.of(file, "answers-"));
      }
    }
    return rounds.stream();
  }

  private static boolean hasKeys(String file) {
    return !Set.of("platform.http", "audit.http").contains(file);
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everythingIsAnsweredAsRecordedWithAKeyToo(String file, String kind) throws IOException {
    var recorded = Files.readString(FILES.resolve(file));
    var exchanges = Exchange.allIn(recorded);
    var now = new ArrayList<Exchange>();
    ask(kind, file, exchanges, now);

    if (RECORDING) {
      var text = new StringBuilder(Exchange.preambleOf(recorded));
      now.forEach(text::append);
      Files.writeString(FILES.resolve(file), text.toString().stripTrailing() + "\n");
    }
    assertThat(now).hasSameSizeAs(exchanges).isNotEmpty();
    for (int i = 0; i < exchanges.size(); i++) {
      var expected = RECORDING ? now.get(i) : exchanges.get(i);
      assertThat(now.get(i).answer())
          .as("%s: %s", file, expected.title())
          .isEqualTo(expected.answer());
    }
    assertThat(DatabaseWork.statementsWithoutTenant()).isEmpty();
    assertNothingSaidIsOnRecord(kind + areaOf(file), exchanges);
  }

  /** The record of accesses has ids and names of ours, and no word of what anybody wrote. */
  private static void assertNothingSaidIsOnRecord(String clinic, List<Exchange> exchanges) {
    var record = AuditRows.everything(clinic);
    assertThat(record.contains(clinic)).isTrue();
    assertThat(
            exchanges.stream()
                .filter(exchange -> exchange.body().startsWith("{"))
                .flatMap(exchange -> wordsIn(exchange.body()))
                .filter(record::contains))
        .isEmpty();
  }

  /** The texts of a body that are neither an id nor one of the few words there are for a field. */
  private static Stream<String> wordsIn(String body) {
    JsonNode read;
    try {
      read = JSON.readTree(body);
    } catch (JacksonException broken) {
      return Stream.empty();
    }
    return leaves(read);
  }

  private static Stream<String> leaves(JsonNode node) {
    return node.isString()
        ? Stream.of(node.asString())
            .filter(text -> text.length() > 3 && !text.matches("[A-Z_]+|[a-z0-9_.-]+|<.*>"))
        : node.valueStream().flatMap(RecordedAnswersTests::leaves);
  }

  @Test
  void everyOperationIsRecordedWhereItSucceeds() throws IOException {
    var operations = new ArrayList<Operation>();
    for (var document : List.of("/v3/api-docs", "/v3/api-docs/orders")) {
      for (var path : clinics.nobody().get(document).ok().json().get("paths").properties()) {
        for (var method : path.getValue().propertyNames()) {
          operations.add(Operation.of(method.toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(50);
    operations.sort(Comparator.comparingInt(Operation::variables));

    var unrecorded =
        operations.stream().map(Operation::toString).collect(toCollection(TreeSet::new));
    for (var file : files().toList()) {
      for (var exchange : Exchange.allIn(Files.readString(FILES.resolve(file)))) {
        if (exchange.answer().startsWith("HTTP 200")) {
          operations.stream()
              .filter(operation -> operation.isAskedBy(exchange))
              .findFirst()
              .ifPresent(operation -> unrecorded.remove(operation.toString()));
        }
      }
    }
    assertThat(unrecorded).isEmpty();
  }

  /** What the OpenAPI document has; of two that a request could mean, the fewer variables win. */
  private record Operation(String method, String template, Pattern path) {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    static Operation of(String method, String template) {
      var path = new StringBuilder();
      for (var part : VARIABLE.splitWithDelimiters(template, 0)) {
        path.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
      }
      return new Operation(method, template, Pattern.compile(path.toString()));
    }

    int variables() {
      return (int) VARIABLE.matcher(template).results().count();
    }

    boolean isAskedBy(Exchange exchange) {
      return method.equals(exchange.method())
          && path.matcher(exchange.path().split("\\?", 2)[0]).matches();
    }

    @Override
    public String toString() {
      return method + " " + template;
    }
  }

  private static String areaOf(String file) {
    return file.replace(".http", "");
  }

  private void ask(String kind, String file, List<Exchange> exchanges, List<Exchange> answered) {
    var made = new ArrayList<Marked>();
    clock.stoppedAt(BEGINNING, () -> ask(kind, areaOf(file), exchanges, answered, made));
    MADE.put(file, made);
  }

  private void ask(
      String kind,
      String area,
      List<Exchange> exchanges,
      List<Exchange> answered,
      List<Marked> made) {
    var clinic = kind + area;
    var opened =
        clinics
            .operator()
            .post(
                "/platform/tenants",
                Bodies.body()
                    .with("tenant", clinic)
                    .with("name", "Answers Clinic")
                    .with("timeZone", "America/New_York")
                    .with("homePage", "https://answers.example")
                    .with("phoneNumber", "+1 (555) 010-0100")
                    .with("manualInvoiceText", "Please pay at the desk.")
                    .with("slogan", "Asked and answered."))
            .ok();
    var desk =
        clinics
            .nobody()
            .with("TENANT", clinic)
            .with("API-KEY", opened.at("/key/apiKey"))
            .with("User-Agent", "answers");
    var names = new Names(desk.base(), clinic, "answers-" + area);
    for (var exchange : exchanges) {
      clock.pass(TICK);
      answered.add(exchange.answered(answer(exchange, desk, names, made)));
      waitForErrands();
      if (area.equals("webhooks")) {
        UnsentEvents.await(clinic, clock.instant());
      }
    }
  }

  private String answer(Exchange exchange, Api desk, Names names, List<Marked> made) {
    var api = desk;
    var only = "";
    var isRepeated =
        desk.header("TENANT").startsWith(REPEATING) && !exchange.method().equals("GET");
    for (var line : exchange.directives()) {
      if (line.equals("@as nobody")) {
        api = clinics.nobody().with("User-Agent", "answers");
        isRepeated = false;
      } else if (line.equals("@as operator")) {
        api = clinics.operator().with("User-Agent", "answers");
        isRepeated = false;
      } else if (line.startsWith("@later ")) {
        clock.pass(Duration.parse(line.substring(7)));
      } else if (line.startsWith("@only ")) {
        only = line.substring(6);
      } else {
        var header = line.split(": ", 2);
        isRepeated &= !header[0].equals(KEY);
        api = api.with(header[0], names.show(header[1]));
      }
    }
    var path = names.show(exchange.path());
    if (!exchange.body().startsWith("base64:")) {
      made.add(new Marked(api.without(KEY), exchange.method(), path, names.show(exchange.body())));
    }
    if (isRepeated) {
      api = asSeen(exchange, names, api).with(KEY, UUID.randomUUID().toString());
    }
    var sent = body(exchange, names);
    var answer = api.whole(exchange.method(), path, sent);
    if (isRepeated && answer.statusCode() < 400) {
      var again = api.whole(exchange.method(), path, sent);
      assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
      assertThat(again.headers().firstValue("Content-Type"))
          .isEqualTo(answer.headers().firstValue("Content-Type"));
      assertThat(again.statusCode()).as(exchange.title()).isEqualTo(answer.statusCode());
      assertThat(again.body()).as(exchange.title()).isEqualTo(answer.body());
    }
    var type = answer.headers().firstValue("Content-Type").orElse("");
    var text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    if (type.equals("application/json")) {
      var hidden = names.hide(only.isEmpty() ? text : only(only, text));
      var indented = Indented.of(hidden);
      assertThat(Indented.undone(indented)).as(exchange.title()).isEqualTo(hidden);
      return "HTTP " + answer.statusCode() + "\n" + indented;
    }
    var shown = type.equals("application/pdf") ? textOf(answer.body()) : text.replace("\r\n", "\n");
    return ("HTTP " + answer.statusCode() + " " + type + "\n" + names.hide(shown)).strip();
  }

  /** If it is about an object that is there: only as it is read now. */
  private static Api asSeen(Exchange exchange, Names names, Api api) {
    var about = OBJECT.matcher(names.show(exchange.path()));
    return about.lookingAt()
        ? api.get(about.group())
            .headers()
            .firstValue("ETag")
            .map(tag -> api.with("If-Match", tag))
            .orElse(api)
        : api;
  }

  private static BodyPublisher body(Exchange exchange, Names names) {
    if (exchange.body().startsWith("base64:")) {
      return BodyPublishers.ofByteArray(
          Base64.getDecoder().decode(exchange.body().substring("base64:".length())));
    }
    return exchange.body().isEmpty()
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(names.show(exchange.body()));
  }

  /** Of an array of objects that hold no objects, those with a text in them, as they are. */
  private static String only(String wanted, String array) {
    return Pattern.compile("\\{[^{}]*}")
        .matcher(array)
        .results()
        .map(java.util.regex.MatchResult::group)
        .filter(element -> element.contains(wanted))
        .collect(java.util.stream.Collectors.joining(",", "[", "]"));
  }

  private static String textOf(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper();
      text.setLineSeparator("\n");
      return text.getText(document)
          .lines()
          .map(String::strip)
          .filter(it -> !it.isEmpty())
          .collect(java.util.stream.Collectors.joining("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Messages leave by themselves: what happens next happens after that. */
  private void waitForErrands() {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (database
            .sql("select count(*) from scheduled_task where execution_time <= ?")
            .param(clock.instant().atOffset(java.time.ZoneOffset.UTC))
            .query(Long.class)
            .single()
        > 0) {
      assertThat(System.nanoTime()).as("errands are still waiting").isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  /**
   * What somebody writes into a request is in no log, no metric, no trace and no refusal. All
   * requests of clinics that were recorded and made are made once more for each value in them, with
   * a marker in its place; of those with the marker in the same place only one, except in the long
   * form.
   */
  @Nested
  class NothingIsTold {

    @Autowired private Collector collector;

    @Test
    void whatIsWrittenIntoARequestIsInNoLogNoMetricNoTraceAndNoRefusal() throws IOException {
      var places = new HashSet<String>();
      isNotTold(marked -> places.add(marked.place()));
    }

    @Test
    @Tag("faults")
    void noneOfAllThatIsWrittenIs() throws IOException {
      isNotTold(marked -> true);
    }

    private void isNotTold(Predicate<Marked> which) throws IOException {
      var log = new ListAppender<ILoggingEvent>();
      var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
      log.start();
      root.addAppender(log);
      collector.listen();
      var telling = new TreeMap<String, String>();
      int asked = 0;
      try {
        for (var request : made()) {
          for (var marked : request.everywhere().filter(which).toList()) {
            var answer = marked.ask();
            asked++;
            if ((answer.charAt(0) != '2' && answer.contains(Marked.MARKER))
                || answer.charAt(0) == '5') {
              telling.put(
                  answer.replaceAll("\\d{2,}", "0"),
                  marked.method() + " " + marked.path() + " " + marked.body());
            }
          }
        }
      } finally {
        root.detachAppender(log);
        collector.stop();
      }

      assertThat(asked).isGreaterThan(1_000);
      assertThat(telling).isEmpty();
      assertThat(List.copyOf(log.list))
          .allSatisfy(
              event ->
                  assertThat(wordsOf(event)).doesNotContain(Marked.MARKER, "maximum number of"));
      assertThat(clinics.management().get("/actuator/prometheus").text())
          .contains("uri=\"/billing/cart\"")
          .doesNotContain(Marked.MARKER);
      assertThat(collector.spans()).hasSizeGreaterThan(1_000);
      assertThat(collector.metrics()).hasSizeGreaterThan(50);
      assertThat(collector.wasSent("POST /billing/cart/{cart_id}/items")).isTrue();
      assertThat(collector.wasSent("http.server.requests")).isTrue();
      assertThat(collector.wasSent(Marked.MARKER)).isFalse();
    }

    private static String wordsOf(ILoggingEvent event) {
      var thrown = event.getThrowableProxy();
      return event.getFormattedMessage()
          + event.getMDCPropertyMap()
          + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    /** Those of before, when everything was answered as recorded; if it was not asked, now. */
    private List<Marked> made() throws IOException {
      var requests = new ArrayList<Marked>();
      for (var file : clinicsFiles().toList()) {
        if (!MADE.containsKey(file)) {
          ask(
              "marked-",
              file,
              Exchange.allIn(Files.readString(FILES.resolve(file))),
              new ArrayList<>());
        }
        requests.addAll(Objects.requireNonNull(MADE.get(file)));
      }
      return requests;
    }
  }
}
