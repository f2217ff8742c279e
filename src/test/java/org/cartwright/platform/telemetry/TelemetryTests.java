package org.cartwright.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aPatient;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Collector;
import org.cartwright.testing.Troublemaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told to a collector, by the bytes that arrive there. */
@CartwrightTest
class TelemetryTests {

  private static final String CALLERS_SPAN = "00f067aa0ba902b7";

  @Autowired private Clinics clinics;
  @Autowired private Collector collector;

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private Clinic clinic;

  @BeforeEach
  void listen() {
    clinic = clinics.open();
    collector.listen();
  }

  @AfterEach
  void stop() {
    collector.stop();
  }

  private String sampled() {
    return "00-" + trace + "-" + CALLERS_SPAN + "-01";
  }

  private static Map<String, String> attributes(List<KeyValue> all) {
    var attributes = new TreeMap<String, String>();
    all.forEach(
        one ->
            attributes.put(
                one.getKey(),
                one.getValue().hasStringValue()
                    ? one.getValue().getStringValue()
                    : Long.toString(one.getValue().getIntValue())));
    return attributes;
  }

  @Test
  void aRequestIsASpanOfTheTraceItCameWithAndTellsNotWhatWasAskedFor() {
    var answer =
        clinic
            .api()
            .with("traceparent", sampled())
            .with("tracestate", "vendor=Marjoram")
            .with("baggage", "patient=Marjoram")
            .with("X-Request-Id", "req_of_this_test")
            .get("/billing/cart/crt_Marjoram?search=Marjoram");
    answer.refused(404);

    var span = collector.spansOf(trace).getFirst();
    assertThat(span.getName()).isEqualTo("GET /billing/cart/{cart_id}");
    assertThat(span.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
    assertThat(span.getParentSpanId().toByteArray())
        .isEqualTo(java.util.HexFormat.of().parseHex(CALLERS_SPAN));
    assertThat(attributes(span.getAttributesList()))
        .isEqualTo(
            Map.of(
                "http.request.method",
                "GET",
                "http.route",
                "/billing/cart/{cart_id}",
                "http.response.status_code",
                "404",
                "outcome",
                "CLIENT_ERROR",
                "request",
                "req_of_this_test",
                "tenant",
                clinic.id(),
                "key",
                clinic.keyId()));
    assertThat(collector.wasSent(clinic.id())).isTrue();
    assertThat(collector.wasSent("Marjoram")).isFalse();
  }

  @Test
  void aCallerWhoseTraceIsNotKeptIsFollowedInThat() {
    var unkept = UUID.randomUUID().toString().replace("-", "");
    clinic
        .api()
        .with("traceparent", "00-" + unkept + "-" + CALLERS_SPAN + "-00")
        .get("/billing/cart")
        .ok();
    clinic.api().with("traceparent", sampled()).get("/billing/cart").ok();

    collector.spansOf(trace);
    assertThat(collector.spans()).extracting(Collector::traceOf).doesNotContain(unkept);
  }

  @Test
  void aPatientsLinkIsNotTold() {
    clinics.nobody().with("traceparent", sampled()).get("/q/" + clinic.id() + "/Marjoram");

    assertThat(collector.spansOf(trace).getFirst().getName()).startsWith("GET /q/{tenant}/{");
    assertThat(collector.wasSent("Marjoram")).isFalse();
  }

  @Test
  void ofAFailureTheTypeIsToldAndNotTheWords() {
    clinic
        .api()
        .with("traceparent", sampled())
        .with(Troublemaker.IN_A_FILTER, "yes")
        .get("/billing/cart")
        .refused(500);

    var span = collector.spansOf(trace).getFirst();
    assertThat(span.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_ERROR);
    assertThat(span.getEventsList())
        .singleElement()
        .satisfies(
            failure ->
                assertThat(attributes(failure.getAttributesList()))
                    .containsOnlyKeys("exception.type"));
    assertThat(collector.wasSent(Troublemaker.SECRET)).isFalse();
  }

  @Test
  void whatIsLoggedForARequestHasItsTrace() {
    var log = new ListAppender<ILoggingEvent>();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      clinic
          .api()
          .with("traceparent", sampled())
          .with("X-Request-Id", "req_that_fails")
          .get("/trouble/exception")
          .refused(500);
    } finally {
      root.detachAppender(log);
    }

    assertThat(List.copyOf(log.list))
        .extracting(ILoggingEvent::getMDCPropertyMap)
        .anySatisfy(
            told ->
                assertThat(told)
                    .containsEntry("request", "req_that_fails")
                    .containsEntry("traceId", trace));
    collector.spansOf(trace);
    assertThat(collector.wasSent(Troublemaker.SECRET)).isFalse();
  }

  @Test
  void aDeliveryIsASpanOfWhichItsReceiverLearnsNothing() throws IOException {
    var heard = new ConcurrentLinkedQueue<String>();
    var receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          try (exchange) {
            heard.addAll(exchange.getRequestHeaders().keySet());
            exchange.sendResponseHeaders(204, -1);
          }
        });
    receiver.start();
    try {
      var hook =
          clinic
              .api()
              .post(
                  "/webhooks",
                  body()
                      .with("types", list("PATIENT_CREATED"))
                      .with("url", "http://localhost:" + receiver.getAddress().getPort() + "/"))
              .ok()
              .at("/id");
      clinic.patient(aPatient("Ada", "Marjoram"));

      var span = collector.spanNamed("webhook delivery");
      assertThat(attributes(span.getAttributesList()))
          .isEqualTo(Map.of("tenant", clinic.id(), "webhook", hook, "outcome", "delivered"));
      assertThat(heard)
          .isNotEmpty()
          .noneMatch(
              header ->
                  header.toLowerCase(java.util.Locale.ROOT).matches("trace.*|b3|x-b3.*|baggage"));
      assertThat(collector.wasSent("Marjoram")).isFalse();
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void metricsNameOperationsAndNoClinic() {
    clinic.api().get("/billing/cart?search=Marjoram").ok();

    var points =
        collector.metrics().stream()
            .filter(metric -> metric.getName().equals("http.server.requests"))
            .flatMap(metric -> metric.getHistogram().getDataPointsList().stream())
            .map(point -> attributes(point.getAttributesList()))
            .toList();
    assertThat(points)
        .anySatisfy(point -> assertThat(point).containsEntry("uri", "/billing/cart"))
        .allSatisfy(
            point ->
                assertThat(point)
                    .containsOnlyKeys("uri", "method", "status", "outcome", "exception", "error"));
    assertThat(collector.wasSent("Marjoram")).isFalse();
  }
}
