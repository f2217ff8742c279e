package org.cartwright.platform.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.cartwright.platform.errors.ErrorBody;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.StatusSentences;
import org.cartwright.platform.errors.ValidationErrorBody;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.jdbc.DatabaseFailure;
import org.cartwright.platform.web.requests.RequestMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.api.OpenApiResourceNotFoundException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Answers everything that goes wrong, in one shape: {@code {"detail": …}}. Nothing of the inside
 * shows.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  /** Knows a client that left by whatever wraps it, and says so to whoever debugs. */
  private static final DisconnectedClientHelper GONE =
      new DisconnectedClientHelper(ApiExceptionHandler.class.getName() + ".Gone");

  private final DatabaseOutageLog outages;

  ApiExceptionHandler(DatabaseOutageLog outages) {
    this.outages = outages;
  }

  @ExceptionHandler
  ResponseEntity<?> on(InvalidRequest invalid, HttpServletRequest request) {
    var spelling = RequestMetadata.spelling(request);
    var violations =
        invalid.violations().stream()
            .map(v -> new Violation(spelling.asWritten(v.loc()), v.msg(), v.type()))
            .toList();
    return json(HttpStatus.UNPROCESSABLE_CONTENT).body(ValidationErrorBody.of(violations));
  }

  @ExceptionHandler
  ResponseEntity<?> on(Refusal refusal) {
    var answer = json(refusal.status());
    if (refusal.retryAfter() != null) {
      answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(refusal.retryAfter().toSeconds()));
    }
    return answer.body(refusal.body());
  }

  @ExceptionHandler
  ResponseEntity<?> on(DataIntegrityViolationException violation) {
    LOG.warn("A constraint refused what the code allowed", violation);
    return json(HttpStatus.CONFLICT)
        .body(new ErrorBody("The request conflicts with what is stored; read it again and retry."));
  }

  /** The client went away while it was answered; nobody is left to tell. */
  @ExceptionHandler
  void on(AsyncRequestNotUsableException gone) {
    LOG.debug("The client went away", gone);
  }

  /**
   * Everything else: Spring's own refusals (no such route, wrong method, wrong media type …) and
   * the database's troubles, in the house's words; what is left is our mistake.
   */
  @ExceptionHandler
  @Nullable ResponseEntity<?> on(
      Exception anything, HttpServletRequest request, HttpServletResponse response) {
    if (response.isCommitted()) {
      // The container hangs up, and the client knows it is half.
      note(anything);
      HalfAnswer.leave(request);
      return null;
    }
    response.resetBuffer();
    return meaning(anything);
  }

  /** What a program is answered before anything of it is out. */
  ResponseEntity<?> inJson(Exception failed, HttpServletRequest request) {
    if (failed instanceof InvalidRequest invalid) {
      return on(invalid, request);
    }
    if (failed instanceof Refusal refusal) {
      return on(refusal);
    }
    if (failed instanceof DataIntegrityViolationException violation) {
      return on(violation);
    }
    return meaning(failed);
  }

  private ResponseEntity<?> meaning(Exception anything) {
    if (anything instanceof HttpMediaTypeNotSupportedException unknown) {
      return json(unknown.getStatusCode())
          .headers(unknown.getHeaders())
          .contentType(MediaType.APPLICATION_JSON)
          .body(unsupported(unknown));
    }
    if (anything instanceof ErrorResponse known && !known.getStatusCode().is5xxServerError()) {
      var status = known.getStatusCode();
      return json(status)
          .headers(known.getHeaders())
          .contentType(MediaType.APPLICATION_JSON)
          .body(sentence(status));
    }
    if (anything instanceof OpenApiResourceNotFoundException) {
      return json(HttpStatus.NOT_FOUND).body(sentence(HttpStatus.NOT_FOUND));
    }
    if (anything instanceof InvalidParameterException unreadable) {
      var status = HttpStatusCode.valueOf(unreadable.getErrorCode());
      return json(status).body(sentence(status));
    }
    if (anything instanceof MultipartException) {
      return json(HttpStatus.BAD_REQUEST).body(sentence(HttpStatus.BAD_REQUEST));
    }
    var refusal = refusalBehind(anything);
    if (refusal != null) {
      return refusal;
    }
    if (isBusy(anything)) {
      return busy();
    }
    if (isOutage(anything)) {
      outages.met(anything);
      return unavailable();
    }
    LOG.error("Unexpected failure", anything);
    return json(HttpStatus.INTERNAL_SERVER_ERROR).body(sentence(HttpStatus.INTERNAL_SERVER_ERROR));
  }

  /** What begins a transaction hides why it could not. */
  private @Nullable ResponseEntity<?> refusalBehind(Exception anything) {
    for (var cause = anything.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return on(refusal);
      }
    }
    return null;
  }

  /** Whether somebody else was quicker, or is still at it. */
  private static boolean isBusy(Exception anything) {
    return DatabaseFailure.in(anything) == DatabaseFailure.BUSY
        || anything instanceof ConcurrencyFailureException;
  }

  private static boolean isOutage(Exception anything) {
    var trouble = DatabaseFailure.in(anything);
    return trouble == DatabaseFailure.UNAVAILABLE
        || trouble == DatabaseFailure.OVERDUE
        || anything instanceof DataAccessResourceFailureException
        || anything instanceof CannotCreateTransactionException
        || anything instanceof TransientDataAccessException;
  }

  private void note(Exception breaksOff) {
    if (isBusy(breaksOff)) {
      return; // as little news as a request that waited in vain
    }
    if (isOutage(breaksOff)) {
      outages.met(breaksOff);
    } else if (!GONE.checkAndLogClientDisconnectedException(breaksOff)) {
      LOG.error("An answer broke off", breaksOff);
    }
  }

  private static ResponseEntity<ErrorBody> busy() {
    return json(HttpStatus.CONFLICT)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(new ErrorBody("Somebody else is changing this right now; try again."));
  }

  private static ResponseEntity<ErrorBody> unavailable() {
    return json(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "2")
        .body(new ErrorBody("The service cannot reach its database; try again."));
  }

  /** Names what is taken instead: pictures, where those are asked for. */
  private static ErrorBody unsupported(HttpMediaTypeNotSupportedException unknown) {
    var taken = unknown.getSupportedMediaTypes();
    return taken.isEmpty() || taken.stream().anyMatch(MediaType.APPLICATION_JSON::includes)
        ? sentence(unknown.getStatusCode())
        : new ErrorBody(
            "Unsupported Media Type: send "
                + taken.stream().map(MediaType::toString).collect(Collectors.joining(" or ")));
  }

  private static ErrorBody sentence(HttpStatusCode code) {
    return new ErrorBody(StatusSentences.of(code.value()));
  }

  private static ResponseEntity.BodyBuilder json(HttpStatusCode status) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
  }
}
