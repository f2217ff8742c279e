package org.cartwright.platform.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.BodyReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads every {@code @RequestBody}: at most {@value RequestBytes#MOST} bytes of {@code
 * application/json}, which is also what a body is that does not say what it is, strictly. What is
 * compressed is not unpacked.
 */
@Component
class RequestBodyArgumentResolver implements HandlerMethodArgumentResolver {

  private final BodyReader reader;

  RequestBodyArgumentResolver(BodyReader reader) {
    this.reader = reader;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.hasParameterAnnotation(RequestBody.class);
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders)
      throws HttpMediaTypeNotSupportedException {
    var request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) {
      throw new IllegalStateException("not an HTTP request");
    }
    return read(parameter, request, List.of());
  }

  /** What is wrong with the body, behind what was found wrong before. */
  List<Violation> violations(
      MethodParameter parameter, HttpServletRequest request, List<Violation> before)
      throws HttpMediaTypeNotSupportedException {
    try {
      read(parameter, request, before);
      return before;
    } catch (InvalidRequest invalid) {
      return invalid.violations();
    }
  }

  private @Nullable Object read(
      MethodParameter parameter, HttpServletRequest request, List<Violation> before)
      throws HttpMediaTypeNotSupportedException {
    var body = RequestBytes.of(request);
    var annotation = parameter.getParameterAnnotation(RequestBody.class);
    if (annotation != null && !annotation.required() && BodyReader.isNothing(body)) {
      return null;
    }
    requireJson(request);
    requireNotEncoded(request);
    return reader.read(
        parameter.getGenericParameterType(), body, RequestMetadata.spelling(request), before);
  }

  private static void requireJson(HttpServletRequest request)
      throws HttpMediaTypeNotSupportedException {
    var header = request.getContentType();
    if (header == null) {
      return; // nothing else is understood, so nothing else can be meant
    }
    var type = mediaType(header);
    if (!type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
      throw new HttpMediaTypeNotSupportedException(type, List.of(MediaType.APPLICATION_JSON));
    }
  }

  private static void requireNotEncoded(HttpServletRequest request) {
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new EncodedBody();
    }
  }

  private static final class EncodedBody extends Refusal {

    EncodedBody() {
      super(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Unsupported Content-Encoding: send the body as it is");
    }
  }

  private static MediaType mediaType(String header) throws HttpMediaTypeNotSupportedException {
    try {
      return MediaType.parseMediaType(header);
    } catch (org.springframework.http.InvalidMediaTypeException e) {
      throw new HttpMediaTypeNotSupportedException("not a media type");
    }
  }
}
