package org.cartwright.audit.recording;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * On what occasion something happens: a request, or a job of the service.
 *
 * @param action which operation or job it is
 * @param requestId by what the request is called
 * @param addressFamily of the client's address, which itself is not kept
 */
record Occasion(String action, @Nullable String requestId, @Nullable String addressFamily) {

  /** Where the names of requests and of tasks stand, for the log and for us. */
  private static final String REQUEST = "request";

  private static final String TASK = "task";

  /** What the service does when it starts, or whoever uses it as a library. */
  private static final String NEITHER = "service";

  /** The occasion of what the current thread does. */
  static Occasion current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? of(asked.getRequest())
        : ofTask();
  }

  /** A request. */
  static Occasion of(HttpServletRequest request) {
    return new Occasion(Operation.of(request).action(), MDC.get(REQUEST), family(request));
  }

  private static Occasion ofTask() {
    var task = MDC.get(TASK);
    return new Occasion(task == null ? NEITHER : task, null, null);
  }

  static String family(HttpServletRequest request) {
    return request.getRemoteAddr().indexOf(':') < 0 ? "IPv4" : "IPv6";
  }
}
