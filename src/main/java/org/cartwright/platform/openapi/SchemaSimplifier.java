package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Takes out of schemas what only says how Java keeps a value: the width of its integers (the
 * published API names none, so that generated clients have one integer type for both documents),
 * lower bounds of nothing, and that anything is a schema of its own.
 */
final class SchemaSimplifier {

  private static final Set<String> WIDTHS = Set.of("int32", "int64");

  private final Set<Schema<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SchemaSimplifier() {}

  static void in(OpenAPI document) {
    var plain = new SchemaSimplifier();
    if (document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().values().forEach(plain::visit);
    }
    document.getPaths().values().stream()
        .flatMap(path -> path.readOperations().stream())
        .forEach(plain::visit);
  }

  private void visit(Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().forEach(parameter -> visit(parameter.getSchema()));
    }
    operation.getResponses().values().stream()
        .filter(response -> response.getContent() != null)
        .flatMap(response -> response.getContent().values().stream())
        .forEach(content -> visit(content.getSchema()));
  }

  @SuppressWarnings("rawtypes")
  private void visit(Collection<Schema> schemas) {
    schemas.forEach(this::visit);
  }

  private void visit(Schema<?> schema) {
    if (schema == null || !seen.add(schema)) {
      return;
    }
    if (schema.getFormat() != null && WIDTHS.contains(schema.getFormat())) {
      schema.setFormat(null);
    }
    if (Integer.valueOf(0).equals(schema.getMinLength())) {
      schema.setMinLength(null);
    }
    if (Integer.valueOf(0).equals(schema.getMinItems())) {
      schema.setMinItems(null);
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> anything && isEmpty(anything)) {
      schema.setAdditionalProperties(true);
    }
    visit(schema.getItems());
    if (schema.getProperties() != null) {
      visit(schema.getProperties().values());
    }
    if (schema.getAnyOf() != null) {
      visit(schema.getAnyOf());
    }
  }

  private static boolean isEmpty(Schema<?> schema) {
    return schema.getTypes() == null && schema.get$ref() == null && schema.getAnyOf() == null;
  }
}
