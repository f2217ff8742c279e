package org.cartwright.audit.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cartwright.platform.trail.Touched;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Whether a request has its row, and what it is about to show. */
final class RequestRecord {

  private static final String ATTRIBUTE = RequestRecord.class.getName();

  private final Touched shown = new Touched();
  private boolean isExpected;
  private boolean isKept;

  /** Begins the record of a request. */
  static RequestRecord begin(HttpServletRequest request) {
    var begun = new RequestRecord();
    request.setAttribute(ATTRIBUTE, begun);
    return begun;
  }

  static Optional<RequestRecord> of(HttpServletRequest request) {
    return Optional.ofNullable((RequestRecord) request.getAttribute(ATTRIBUTE));
  }

  /** That of the request that the current thread answers, if it does. */
  static Optional<RequestRecord> current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
        ? of(asked.getRequest())
        : Optional.empty();
  }

  /** What is to be shown and stands in no document. */
  Touched shown() {
    return shown;
  }

  /** Whether it has a row. */
  boolean isKept() {
    return isKept;
  }

  /** It has. */
  void keep() {
    isKept = true;
  }

  /** It has once the current transaction is committed. */
  void expect() {
    isExpected = true;
  }

  /** The transaction is over. */
  void settle(boolean isCommitted) {
    isKept |= isExpected && isCommitted;
    isExpected = false;
  }
}
