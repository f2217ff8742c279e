package org.cartwright.audit.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.function.Consumer;
import org.cartwright.audit.recording.entities.ShownThings;
import org.cartwright.platform.trail.Touched;
import org.cartwright.platform.trail.Trail;
import org.cartwright.tenancy.Caller;
import org.cartwright.tenancy.CurrentTenant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Puts down what an answer shows before anything of it leaves: if that cannot be put down, nothing
 * is shown. What a request has changed is put down with the change, and not again.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // others may make bytes of a document
class ReadRecorder implements ResponseBodyAdvice<Object> {

  private static final int FIRST_REFUSAL = 400;

  private final JointRows rows;

  ReadRecorder(JointRows rows) {
    this.rows = rows;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    if (request instanceof ServletServerHttpRequest asked
        && response instanceof ServletServerHttpResponse answered
        && shows(asked.getServletRequest(), answered.getServletResponse().getStatus())) {
      shows(asked.getServletRequest(), body);
    }
    return body;
  }

  /** A refusal shows nothing, unless it is a page that says again what it is about. */
  private static boolean shows(HttpServletRequest request, int status) {
    return status < FIRST_REFUSAL
        || RequestRecord.of(request).filter(record -> !record.shown().isEmpty()).isPresent();
  }

  /**
   * What is sent piece by piece is put down piece by piece.
   *
   * @param operation finds out what is asked for, where no operation is asked
   */
  Trail.Keeper keeperOf(HttpServletRequest request, Consumer<HttpServletRequest> operation) {
    return new Trail.Keeper() {
      @Override
      public void shows(Collection<?> documents) {
        RequestRecord.of(request).ifPresent(record -> putDown(request, record, documents));
      }

      @Override
      public void shows(Touched.Thing thing) {
        RequestRecord.of(request).ifPresent(record -> record.shown().add(thing.kind(), thing.id()));
      }

      @Override
      public void showsAgain(byte[] answer) {
        operation.accept(request);
        ReadRecorder.this.shows(request, ShownThings.read(answer));
      }
    };
  }

  /** An answer as a whole; a document, or nothing. */
  void shows(HttpServletRequest request, @Nullable Object document) {
    RequestRecord.of(request)
        .filter(record -> !record.isKept())
        .ifPresent(record -> putDown(request, record, document));
  }

  private void putDown(
      HttpServletRequest request, RequestRecord record, @Nullable Object documents) {
    var operation = Operation.of(request);
    var kind = operation.kind();
    var tenant = tenant(operation);
    if (kind == null || tenant == null) {
      return;
    }
    var shown = new Touched();
    shown.addAll(operation.things());
    shown.addAll(record.shown().things());
    if (!kind.equals(WhatIsShown.AUDIT)) {
      ShownThings.add(documents, kind, shown);
    }
    if (Caller.current().kind() == Caller.Kind.PATIENT && shown.isEmpty()) {
      return; // a page that says nothing of a quote
    }
    var changing = Trail.touched();
    if (changing == null) {
      rows.putDown(Access.done(tenant, shown.things(), shown.fields(), Occasion.of(request)));
      record.keep();
    } else {
      changing.addAll(shown.things());
    }
  }

  /** Whose things an operation is about: at a patient's page the path says it. */
  static @Nullable String tenant(Operation operation) {
    var tenant = CurrentTenant.idIfAny();
    return tenant == null && Caller.current().kind() == Caller.Kind.PATIENT
        ? operation.variables().get("tenant")
        : tenant;
  }
}
