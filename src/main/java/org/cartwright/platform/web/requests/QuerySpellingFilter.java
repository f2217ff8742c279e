package org.cartwright.platform.web.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartwright.platform.json.FieldSpelling;
import org.cartwright.platform.web.FilterOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets clients write query parameters in camelCase as well: {@code patientId} is read as {@code
 * patient_id}, and complained about as it was written.
 */
@Component
@Order(FilterOrder.SPELLING)
class QuerySpellingFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var query = request.getQueryString();
    chain.doFilter(query == null ? request : new InSnakeCase(request), response);
  }

  private static final class InSnakeCase extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    InSnakeCase(HttpServletRequest request) {
      super(request);
      var spelling = RequestMetadata.spelling(request);
      request
          .getParameterMap()
          .forEach(
              (written, values) -> {
                var name = FieldSpelling.snake(written);
                spelling.rememberParameter(name, written);
                parameters.putIfAbsent(name, values);
              });
      parameters.putAll(request.getParameterMap());
    }

    @Override
    public @Nullable String getParameter(String name) {
      var values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }

    @Override
    public java.util.Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }
  }
}
