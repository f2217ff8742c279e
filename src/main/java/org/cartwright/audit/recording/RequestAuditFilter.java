package org.cartwright.audit.recording;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.FilterOrder;
import org.cartwright.tenancy.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Keeps the record of each request of whom we know: that what was refused is put down, and what was
 * answered without a document. Of a client that is told to come back later, and of strangers at the
 * patients' pages, it is counted, see {@link RefusalTally}.
 */
@Component
@Order(FilterOrder.AUDIT)
class RequestAuditFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestAuditFilter.class);

  private static final int REFUSED = 400;
  private static final int TOO_MANY = 429;
  private static final int FAILED = 500;

  private final ReadRecorder reads;
  private final AuditLog log;
  private final RefusalTally tally;
  private final RequestMappingHandlerMapping operations;

  RequestAuditFilter(
      ReadRecorder reads,
      AuditLog log,
      RefusalTally tally,
      RequestMappingHandlerMapping requestMappingHandlerMapping) {
    this.reads = reads;
    this.log = log;
    this.tally = tally;
    this.operations = requestMappingHandlerMapping;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Caller.current().kind() == Caller.Kind.SERVICE) {
      chain.doFilter(request, response); // whatever answers everybody
      return;
    }
    var record = RequestRecord.begin(request);
    Trail.keep(reads.keeperOf(request, this::findOutWhatWasAskedFor));
    chain.doFilter(request, response);
    findOutWhatWasAskedFor(request);
    var status = response.getStatus();
    if (status >= REFUSED && status < FAILED) {
      refused(request, status);
    } else if (status < REFUSED && !record.isKept()) {
      reads.shows(request, null);
    }
  }

  /** A request that was answered before it came to its operation. */
  private void findOutWhatWasAskedFor(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) != null) {
      return;
    }
    try {
      ServletRequestPathUtils.parseAndCache(request);
      operations.getHandler(request);
    } catch (Exception e) {
      LOG.debug("There is no such operation", e);
    }
  }

  private void refused(HttpServletRequest request, int status) {
    var operation = Operation.of(request);
    var tenant = ReadRecorder.tenant(operation);
    if (tenant == null) {
      return;
    }
    try {
      var occasion = Occasion.of(request);
      if (status == TOO_MANY
          || Caller.current().kind() == Caller.Kind.PATIENT
          || !isPutDown(Access.refused(tenant, status, operation.things(), occasion))) {
        tally.count(tenant, status, occasion);
      }
    } catch (RuntimeException e) {
      LOG.warn("That a request was refused could not be put down: {}", e.getClass().getName());
    }
  }

  /** What cannot be put down now, because its clinic has no connection left, is counted instead. */
  private boolean isPutDown(Access refusal) {
    try {
      log.alone(refusal);
      return true;
    } catch (RuntimeException e) {
      LOG.debug("That a request was refused is put down later: {}", e.getClass().getName());
      return false;
    }
  }
}
