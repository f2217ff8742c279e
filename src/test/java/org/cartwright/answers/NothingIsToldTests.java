package org.cartwright.answers;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cartwright.testing.Api;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Collector;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.bodies.Bodies;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What somebody writes into a request is in no log, no metric, no trace and no refusal. All
 * requests of the recording are made at a clinic, then once more for each value in them, with a
 * marker in its place; of those with the marker in the same place only one, except in the long
 * form.
 */
@CartwrightTest
class NothingIsToldTests {

  private static final Path FILES = Path.of("src/test/resources/answers");
  private static final Instant BEGINNING = Instant.parse("2031-03-11T14:00:00Z");

  @Autowired private Clinics clinics;
  @Autowired private TestClock clock;
  @Autowired private Collector collector;

  @Test
  void whatIsWrittenIntoARequestIsInNoLogNoMetricNoTraceAndNoRefusal() throws IOException {
    var places = new HashSet<String>();
    isNotTold("marked-", marked -> places.add(marked.place()));
  }

  @Test
  @Tag("faults")
  void noneOfAllThatIsWrittenIs() throws IOException {
    isNotTold("marked-everywhere-", marked -> true);
  }

  private void isNotTold(String prefix, Predicate<Marked> which) throws IOException {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    collector.listen();
    var telling = new TreeMap<String, String>();
    int asked = 0;
    try {
      for (var request : recorded(prefix)) {
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
            event -> assertThat(textOf(event)).doesNotContain(Marked.MARKER, "maximum number of"));
    assertThat(clinics.management().get("/actuator/prometheus").text())
        .contains("uri=\"/billing/cart\"")
        .doesNotContain(Marked.MARKER);
    assertThat(collector.spans()).hasSizeGreaterThan(1_000);
    assertThat(collector.metrics()).hasSizeGreaterThan(50);
    assertThat(collector.wasSent("POST /billing/cart/{cart_id}/items")).isTrue();
    assertThat(collector.wasSent("http.server.requests")).isTrue();
    assertThat(collector.wasSent(Marked.MARKER)).isFalse();
  }

  private static String textOf(ILoggingEvent event) {
    var thrown = event.getThrowableProxy();
    return event.getFormattedMessage()
        + event.getMDCPropertyMap()
        + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
  }

  /** All requests of clinics, as they were made. */
  private List<Marked> recorded(String prefix) throws IOException {
    var requests = new ArrayList<Marked>();
    for (var file : RecordedAnswersTests.clinicsFiles().toList()) {
      var exchanges = Exchange.allIn(Files.readString(FILES.resolve(file)));
      clock.stoppedAt(BEGINNING, () -> ask(prefix, file.replace(".http", ""), exchanges, requests));
    }
    return requests;
  }

  private void ask(String prefix, String area, List<Exchange> exchanges, List<Marked> requests) {
    var clinic = prefix + area;
    var opened =
        clinics
            .operator()
            .post(
                "/platform/tenants",
                Bodies.body()
                    .with("tenant", clinic)
                    .with("name", "Answers Clinic")
                    .with("timeZone", "America/New_York"))
            .ok();
    var desk = clinics.nobody().with("TENANT", clinic).with("API-KEY", opened.at("/key/apiKey"));
    var names = new Names(desk.base(), clinic, "answers-" + area);
    for (var exchange : exchanges) {
      clock.pass(Duration.ofSeconds(1));
      var api = as(exchange, desk, names);
      if (!exchange.body().startsWith("base64:")) {
        var made =
            new Marked(
                api, exchange.method(), names.show(exchange.path()), names.show(exchange.body()));
        names.hide(made.ask());
        requests.add(
            new Marked(api.without("Idempotency-Key"), made.method(), made.path(), made.body()));
      }
    }
  }

  private Api as(Exchange exchange, Api desk, Names names) {
    var api = desk;
    for (var line : exchange.directives()) {
      if (line.equals("@as nobody")) {
        api = clinics.nobody();
      } else if (line.equals("@as operator")) {
        api = clinics.operator();
      } else if (line.startsWith("@later ")) {
        clock.pass(Duration.parse(line.substring(7)));
      } else if (!line.startsWith("@")) {
        var header = line.split(": ", 2);
        api = api.with(header[0], names.show(header[1]));
      }
    }
    return api;
  }
}
