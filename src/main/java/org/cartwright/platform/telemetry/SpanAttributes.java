package org.cartwright.platform.telemetry;

import io.micrometer.common.KeyValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** What spans may tell; whatever else is put into one stays in the house. */
public final class SpanAttributes {

  static final String METHOD = "http.request.method";
  static final String ROUTE = "http.route";
  static final String STATUS = "http.response.status_code";

  /** Named as in the log. */
  public static final String REQUEST = "request";

  public static final String TENANT = "tenant";
  public static final String KEY = "key";
  public static final String TASK = "task";
  public static final String WEBHOOK = "webhook";
  public static final String OUTCOME = "outcome";

  static final String EXCEPTION = "exception.type";

  static final Set<String> TOLD =
      Set.of(METHOD, ROUTE, STATUS, REQUEST, TENANT, KEY, TASK, WEBHOOK, OUTCOME, EXCEPTION);

  private SpanAttributes() {}

  /** Has the span of a request tell something more. No metric tells it. */
  public static void tell(HttpServletRequest request, String name, @Nullable String value) {
    if (value != null) {
      ServerHttpObservationFilter.findObservationContext(request)
          .ifPresent(span -> span.addHighCardinalityKeyValue(KeyValue.of(name, value)));
    }
  }
}
