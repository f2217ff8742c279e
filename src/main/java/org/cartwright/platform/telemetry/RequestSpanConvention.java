package org.cartwright.platform.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/**
 * Names the span of a request after its operation, as OpenTelemetry does, and never tells what was
 * asked for: not the path, which holds ids and patients' links, and not the query. Metrics keep
 * their own names.
 */
class RequestSpanConvention extends DefaultServerRequestObservationConvention {

  @Override
  public String getContextualName(ServerRequestObservationContext context) {
    var method = method(context).getValue();
    var route = context.getPathPattern();
    return route == null ? method : method + " " + route;
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
    var told =
        KeyValues.of(
            KeyValue.of(SpanAttributes.METHOD, method(context).getValue()),
            KeyValue.of(SpanAttributes.STATUS, status(context).getValue()));
    var route = context.getPathPattern();
    return route == null ? told : told.and(KeyValue.of(SpanAttributes.ROUTE, route));
  }
}
