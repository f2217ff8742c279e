package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

/**
 * What the document says in words about operations and parameters, from {@code openapi/texts.yaml}.
 * Each text stands alone: whoever reads one sees no other. The order of the operations there is
 * that of the document.
 */
final class OperationTexts {

  private final Map<String, Object> operations;
  private final Map<String, Object> parameters;
  private final List<String> order;

  OperationTexts() {
    var yaml = new YamlMapFactoryBean();
    yaml.setResources(new ClassPathResource("openapi/texts.yaml"));
    yaml.afterPropertiesSet();
    var texts = yaml.getObject();
    operations = map(texts, "operations");
    parameters = map(texts, "parameters");
    order = new ArrayList<>(operations.keySet());
  }

  /** Where an operation stands in the document; one that is not told of comes after all others. */
  int place(Operation operation) {
    var place = order.indexOf(operation.getOperationId());
    return place < 0 ? order.size() : place;
  }

  /** What is said of a parameter wherever it occurs. */
  String parameter(String name) {
    return parameters.get(name) instanceof String text ? text : "";
  }

  /** Says of the operation and its parameters what is to be said. */
  void tell(Operation operation) {
    var told = map(operations, operation.getOperationId());
    if (told.get("summary") instanceof String summary) {
      operation.setSummary(summary);
    }
    if (told.get("description") instanceof String description) {
      operation.setDescription(description);
    }
    if (operation.getParameters() != null) {
      var own = map(told, "parameters");
      operation.getParameters().forEach(parameter -> tell(parameter, own));
    }
  }

  private void tell(Parameter parameter, Map<String, Object> own) {
    var text = own.getOrDefault(parameter.getName(), parameters.get(parameter.getName()));
    if (text instanceof String description) {
      parameter.setDescription(description);
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Map<String, Object> around, String name) {
    return around != null && around.get(name) instanceof Map<?, ?> found
        ? (Map<String, Object>) found
        : Map.of();
  }
}
