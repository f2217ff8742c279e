package org.cartwright.testing;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Where the shared service sends its traces and metrics: a collector that speaks OpenTelemetry's
 * protocol over a socket. It looks at them while somebody listens. The service goes on with traces
 * of its callers, and begins some of its own only then.
 */
@TestComponent
@Configuration(proxyBeanMethods = false)
public class Collector {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpServer SERVER = open();
  private static final Queue<byte[]> TRACES = new ConcurrentLinkedQueue<>();
  private static final Queue<byte[]> METRICS = new ConcurrentLinkedQueue<>();
  private static volatile boolean isListening;

  private final ConfigurableApplicationContext service;

  Collector(ConfigurableApplicationContext service) {
    this.service = service;
  }

  /** Names the collector to the service. */
  static final class Initializer
      implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var address = "http://localhost:" + SERVER.getAddress().getPort();
      TestPropertyValues.of(
              "management.opentelemetry.tracing.export.otlp.endpoint=" + address + "/v1/traces",
              "management.tracing.export.enabled=true",
              "management.otlp.metrics.export.url=" + address + "/v1/metrics")
          .applyTo(context);
    }
  }

  @Bean
  static Sampler sampler() {
    return Sampler.parentBased(new WhileListening());
  }

  private static HttpServer open() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/v1/traces", exchange -> take(exchange, TRACES));
      server.createContext("/v1/metrics", exchange -> take(exchange, METRICS));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void take(HttpExchange exchange, Queue<byte[]> taken) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      if (isListening) {
        taken.add(body);
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Listens from now on, until {@link #stop}. */
  public void listen() {
    flush();
    TRACES.clear();
    METRICS.clear();
    isListening = true;
  }

  /** Takes in what was sent so far, and is not there for more. */
  public void stop() {
    flush();
    isListening = false;
  }

  private void flush() {
    service.getBean(SdkTracerProvider.class).forceFlush().join(10, TimeUnit.SECONDS);
  }

  /** Everything that was sent of spans since. */
  public List<Span> spans() {
    flush();
    var spans = new ArrayList<Span>();
    for (var body : TRACES) {
      try {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .forEach(scope -> spans.addAll(scope.getSpansList()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return spans;
  }

  /** The spans of a trace, once there are any. */
  public List<Span> spansOf(String trace) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> spans().stream().filter(span -> traceOf(span).equals(trace)).toList(),
            found -> !found.isEmpty());
  }

  /** The first span with a name, once there is one. */
  public Span spanNamed(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> spans().stream().filter(span -> span.getName().equals(name)).toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  public static String traceOf(Span span) {
    return HexFormat.of().formatHex(span.getTraceId().toByteArray());
  }

  /** All metrics as they are now. */
  public List<Metric> metrics() {
    METRICS.clear();
    var wasListening = isListening;
    isListening = true;
    ReflectionTestUtils.invokeMethod(service.getBean(OtlpMeterRegistry.class), "publish");
    isListening = wasListening;
    var metrics = new ArrayList<Metric>();
    for (var body : METRICS) {
      try {
        ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList().stream()
            .flatMap(resource -> resource.getScopeMetricsList().stream())
            .forEach(scope -> metrics.addAll(scope.getMetricsList()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return metrics;
  }

  /** Whether a text is somewhere in the bytes that were sent since. */
  public boolean wasSent(String text) {
    flush();
    return Stream.of(TRACES, METRICS)
        .flatMap(Queue::stream)
        .anyMatch(body -> new String(body, StandardCharsets.ISO_8859_1).contains(text));
  }

  private static final class WhileListening implements Sampler {

    @Override
    public SamplingResult shouldSample(
        Context parent,
        String traceId,
        String name,
        SpanKind kind,
        Attributes attributes,
        List<LinkData> links) {
      return isListening ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
      return "WhileListening";
    }
  }
}
