package org.cartwright.platform.web.tags;

import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.util.RawValue;

/** Tags the documents of objects; who has one already is told so, without its bytes. */
@RestControllerAdvice
class TaggingAdvice implements ResponseBodyAdvice<Object> {

  private final DocumentTags documents;

  TaggingAdvice(DocumentTags documents) {
    this.documents = documents;
  }

  @Override
  public boolean supports(
      MethodParameter answered, Class<? extends HttpMessageConverter<?>> converter) {
    var method = answered.getMethod();
    var itself = method == null ? null : told(method);
    return itself == null ? Boolean.TRUE.equals(told(answered.getParameterType())) : itself;
  }

  private static @Nullable Boolean told(AnnotatedElement element) {
    var tagged = element.getAnnotation(Tagged.class);
    return tagged == null ? null : tagged.value();
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object document,
      MethodParameter answered,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest asked,
      ServerHttpResponse answer) {
    if (document == null
        || !(asked instanceof ServletServerHttpRequest request)
        || !(answer instanceof ServletServerHttpResponse response)) {
      return document;
    }
    var written = documents.written(document);
    var tag = DocumentTags.of(written);
    var method = request.getServletRequest().getMethod();
    response.getServletResponse().setHeader(HttpHeaders.ETAG, tag);
    if ((method.equals("GET") || method.equals("HEAD"))
        && DocumentTags.isAmong(
            request.getServletRequest().getHeaders(HttpHeaders.IF_NONE_MATCH), tag, false)) {
      response.getServletResponse().setStatus(HttpStatus.NOT_MODIFIED.value());
      return null;
    }
    return new RawValue(written);
  }
}
