package org.cartwright.platform.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.QueryReader;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Looks at all query parameters of a request before its handler runs, so that one answer names all
 * that is wrong, with what is wrong in the body.
 */
@Component
class QueryParameterInterceptor implements HandlerInterceptor {

  private final QueryReader reader;
  private final RequestBodyArgumentResolver body;

  QueryParameterInterceptor(QueryReader reader, RequestBodyArgumentResolver body) {
    this.reader = reader;
    this.body = body;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpMediaTypeNotSupportedException {
    if (handler instanceof HandlerMethod method) {
      var found = violations(request, method);
      if (!found.isEmpty()) {
        for (var parameter : method.getMethodParameters()) {
          if (body.supportsParameter(parameter)) {
            found = body.violations(parameter, request, found);
          }
        }
        throw new InvalidRequest(found);
      }
    }
    return true;
  }

  private List<Violation> violations(HttpServletRequest request, HandlerMethod handler) {
    var found = new ArrayList<Violation>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      var annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation == null) {
        continue;
      }
      var name =
          annotation.name().isEmpty()
              ? String.valueOf(parameter.getParameterName())
              : annotation.name();
      var texts = request.getParameterValues(name);
      if (RequestMetadata.spelling(request).isInTwoSpellings(name)) {
        found.add(
            Violation.of(List.of("query", name), "the parameter is given twice, in two spellings"));
      } else if (texts != null) {
        reader.check(
            handler.getBean(),
            handler.getMethod(),
            parameter.getParameterIndex(),
            name,
            Arrays.asList(texts),
            found);
      } else if (annotation.required()
          && annotation.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
        found.add(new Violation(List.of("query", name), "Field required", "missing"));
      }
    }
    return found;
  }
}
