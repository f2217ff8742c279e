package org.cartwright.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.transactions.JointTransaction;
import org.cartwright.platform.transactions.JointTransactions;
import org.cartwright.platform.web.requests.RequestBytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does what a request asks for once, however often the request is sent, if it changes something and
 * carries a key of its own in the header {@value Idempotency#HEADER}.
 *
 * <p>The key, what is done and the answer are one transaction, and the answer leaves once that is
 * committed. The same request with the same key gets the first answer again, byte for byte. One
 * that was refused or failed has changed nothing, and is looked at afresh. Of several at the same
 * time one does the work, and the others wait for its answer, as long as anybody waits for a lock.
 *
 * <p>What takes long and can be undone by nobody, or is done in batches, {@link
 * JointTransaction#leave leaves} that transaction. It may be done twice if it is asked for twice at
 * the same time, or if its answer cannot be kept; asked for later it gets the first answer as well.
 * If it fails half way, what was done stays, and the same request goes on from there.
 *
 * <p>What is to be changed only as it was seen ({@code If-Match}) is one transaction as well, from
 * the comparison on.
 */
@Component
public class RepeatableRequests {

  /** The header of an answer that was given before. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private static final Logger LOG = LoggerFactory.getLogger(RepeatableRequests.class);

  private final JointTransactions transactions;
  private final Idempotency idempotency;
  private final HandlerExceptionResolver failures;

  RepeatableRequests(
      JointTransactions transactions,
      Idempotency idempotency,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver failures) {
    this.transactions = transactions;
    this.idempotency = idempotency;
    this.failures = failures;
  }

  /** Passes a request of the current tenant on, or answers it as before. */
  public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var key = request.getHeader(Idempotency.HEADER);
    var isOne = key != null || request.getHeader(HttpHeaders.IF_MATCH) != null;
    if (!isOne || SAFE.contains(request.getMethod())) {
      chain.doFilter(request, response);
      return;
    }
    try {
      // Before the transaction: a slow sender holds no connection, and nothing locked.
      var body = own(() -> RequestBytes.of(request));
      var keyed = key == null ? null : own(() -> KeyedRequest.of(key, request, body));
      asOne(keyed, RequestBytes.again(request, body), response, chain);
    } catch (OwnTrouble own) {
      response.setHeader(HttpHeaders.ETAG, null); // of a document that did not come to be
      if (failures.resolveException(request, response, null, own.trouble) == null) {
        throw own.trouble;
      }
    }
  }

  private void asOne(
      @Nullable KeyedRequest keyed,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    var answered = new ContentCachingResponseWrapper(response);
    // The answer leaves when the transaction is over: a slow reader holds no connection.
    Optional<KeptAnswer> first;
    try (var whole = own(transactions::begin)) {
      first = keyed == null ? Optional.empty() : own(() -> idempotency.take(keyed));
      if (first.isEmpty()) {
        chain.doFilter(request, answered);
        if (answered.getStatus() < 400) {
          var isSecret = isSecret(request);
          first =
              whole.isLeft()
                  ? keepLater(keyed, answered, isSecret)
                  : own(() -> keep(keyed, answered, isSecret, whole));
        }
      }
    }
    if (first.isPresent()) {
      var again = first.get();
      own(() -> record(again));
      write(again, response);
    } else {
      answered.copyBodyToResponse();
    }
  }

  /**
   * What was done by itself is done; unless somebody else was first, this is the first answer.
   * Where it cannot be kept it is true all the same.
   */
  private Optional<KeptAnswer> keepLater(
      @Nullable KeyedRequest keyed, ContentCachingResponseWrapper answered, boolean isSecret) {
    if (keyed == null) {
      return Optional.empty();
    }
    try (var later = transactions.begin()) {
      var first = idempotency.take(keyed);
      return first.isPresent() ? first : keep(keyed, answered, isSecret, later);
    } catch (RuntimeException trouble) {
      LOG.warn("What was done is answered, but not kept: {}", trouble.getClass().getName());
      return Optional.empty();
    }
  }

  private Optional<KeptAnswer> keep(
      @Nullable KeyedRequest keyed,
      ContentCachingResponseWrapper answered,
      boolean isSecret,
      JointTransaction whole) {
    if (keyed != null) {
      idempotency.keep(
          keyed,
          new KeptAnswer(
              answered.getStatus(),
              answered.getContentType(),
              answered.getHeader(HttpHeaders.ETAG),
              answered.getContentAsByteArray()),
          isSecret);
    }
    whole.commit();
    return Optional.empty();
  }

  private static boolean isSecret(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler
        && handler.hasMethodAnnotation(AnswersSecrets.class);
  }

  private static @Nullable Void record(KeptAnswer again) {
    Trail.showsAgain(again.body());
    return null;
  }

  private static void write(KeptAnswer first, HttpServletResponse response) throws IOException {
    response.setStatus(first.status());
    response.setHeader(REPLAYED, "true");
    if (first.contentType() != null) {
      response.setContentType(first.contentType());
    }
    if (first.etag() != null) {
      response.setHeader(HttpHeaders.ETAG, first.etag());
    }
    response.setContentLength(first.body().length);
    response.getOutputStream().write(first.body());
  }

  /** Does something of which this class has to answer for what goes wrong. */
  private static <T extends @Nullable Object> T own(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException trouble) {
      throw new OwnTrouble(trouble);
    }
  }

  private static final class OwnTrouble extends RuntimeException {

    private final RuntimeException trouble;

    OwnTrouble(RuntimeException trouble) {
      super(trouble);
      this.trouble = trouble;
    }
  }
}
