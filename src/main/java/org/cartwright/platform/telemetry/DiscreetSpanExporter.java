package org.cartwright.platform.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Lets out of a span what {@link SpanAttributes} names and nothing else: of a failure its type and
 * not its words, and nothing that a caller sent along. What asks after the service's health is not
 * told at all.
 */
final class DiscreetSpanExporter implements SpanExporter {

  private final SpanExporter exporter;

  DiscreetSpanExporter(SpanExporter exporter) {
    this.exporter = exporter;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    var told = spans.stream().filter(span -> !isOfManagement(span)).map(Told::of).toList();
    return told.isEmpty() ? CompletableResultCode.ofSuccess() : exporter.export(told);
  }

  private static boolean isOfManagement(SpanData span) {
    return span.getName().contains(" /actuator");
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }

  /** A span as it is told. */
  private static final class Told extends DelegatingSpanData {

    private final Attributes attributes;
    private final List<EventData> events;

    private Told(SpanData span, Attributes attributes, List<EventData> events) {
      super(span);
      this.attributes = attributes;
      this.events = events;
    }

    static SpanData of(SpanData span) {
      return new Told(
          span,
          allowed(span.getAttributes()),
          span.getEvents().stream()
              .filter(it -> it.getName().equals("exception"))
              .map(Told::bare)
              .toList());
    }

    private static Attributes allowed(Attributes all) {
      var told = Attributes.builder();
      all.forEach(
          (key, value) -> {
            var text = value.toString();
            if (key.getKey().equals(SpanAttributes.STATUS) && text.matches("\\d{3}")) {
              told.put(SpanAttributes.STATUS, Long.parseLong(text)); // as OpenTelemetry has it
            } else if (SpanAttributes.TOLD.contains(key.getKey())) {
              told.put(key.getKey(), text);
            }
          });
      return told.build();
    }

    private static EventData bare(EventData event) {
      var told = allowed(event.getAttributes());
      return EventData.create(event.getEpochNanos(), event.getName(), told, told.size());
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
      return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
      return events;
    }

    @Override
    public int getTotalRecordedEvents() {
      return events.size();
    }

    @Override
    public StatusData getStatus() {
      return super.getStatus().getStatusCode() == StatusCode.ERROR
          ? StatusData.error()
          : StatusData.unset();
    }

    /** Without the state that callers' tracers keep, which may be any text. */
    @Override
    public SpanContext getSpanContext() {
      var of = super.getSpanContext();
      return SpanContext.create(
          of.getTraceId(), of.getSpanId(), of.getTraceFlags(), TraceState.getDefault());
    }
  }
}
