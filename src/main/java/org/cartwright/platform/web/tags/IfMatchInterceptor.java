package org.cartwright.platform.web.tags;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.cartwright.platform.transactions.JointTransaction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets an object be changed only as the client saw it, if the client says so. The object is locked
 * from the comparison on until the change is committed with it: of many that saw the same, one
 * changes it.
 */
@Component
class IfMatchInterceptor implements HandlerInterceptor, WebMvcConfigurer {

  /** Asked for late: the container makes interceptors before the services that hold objects. */
  private final ObjectProvider<TaggedObject> objects;

  private final DocumentTags documents;

  IfMatchInterceptor(ObjectProvider<TaggedObject> objects, DocumentTags documents) {
    this.objects = objects;
    this.documents = documents;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (JointTransaction.isOpen() && request.getHeader(HttpHeaders.IF_MATCH) != null) {
      changed(request).ifPresent(held -> compare(held, request, response));
    }
    return true;
  }

  private void compare(Object document, HttpServletRequest request, HttpServletResponse response) {
    var present = DocumentTags.of(documents.written(document));
    if (!DocumentTags.isAmong(request.getHeaders(HttpHeaders.IF_MATCH), present, true)) {
      response.setHeader(HttpHeaders.ETAG, present);
      throw new PreconditionFailed();
    }
  }

  private Optional<Object> changed(HttpServletRequest request) {
    var pattern =
        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    return objects.stream()
        .filter(object -> object.isAbout(pattern))
        .findFirst()
        .flatMap(
            object ->
                Optional.ofNullable(object.id(variables(request)))
                    .map(id -> object.held().document(id)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> variables(HttpServletRequest request) {
    var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> known ? (Map<String, String>) known : Map.of();
  }
}
