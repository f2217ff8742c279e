package org.cartwright.platform.docs;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.Given;
import org.cartwright.platform.json.Required;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes records the way the house reads and writes them: a component that may be null says so,
 * one without a default is required, and defaults are told.
 */
@Component
class RecordSchemas implements ModelConverter {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    var raw = raw(type);
    if (schema != null && raw != null && raw.isRecord()) {
      var model = model(schema, context);
      if (model != null && model.getProperties() != null) {
        describe(raw, model);
      }
    }
    return schema;
  }

  private static @Nullable Class<?> raw(AnnotatedType type) {
    JavaType java = Json.mapper().constructType(type.getType());
    return java == null ? null : java.getRawClass();
  }

  private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
    if (schema.get$ref() == null) {
      return schema;
    }
    var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
    return context.getDefinedModels().get(name);
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static void describe(Class<?> record, Schema<?> model) {
    Map<String, Schema> properties = model.getProperties();
    var required = new LinkedHashSet<String>();
    for (var component : record.getRecordComponents()) {
      var name = name(component);
      if (component.getType() == Given.class) {
        properties.remove(name);
        continue;
      }
      var property = properties.get(name);
      if (property == null) {
        continue;
      }
      var fallback = component.getAnnotation(Default.class);
      if (fallback != null) {
        property.setDefault(
            JSON.readTree(fallback.value()).isArray() ? List.of() : plain(fallback.value()));
      } else if (!isNullable(component) || component.isAnnotationPresent(Required.class)) {
        required.add(name);
      }
      if (isNullable(component)) {
        properties.put(name, orNull(property));
      }
    }
    model.setRequired(new ArrayList<>(required));
  }

  private static Object plain(String json) {
    var value = JSON.readTree(json);
    return value.isBoolean()
        ? (Object) value.booleanValue()
        : value.isNumber() ? value.decimalValue() : value.asString();
  }

  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** A reference and a closed list of values cannot gain a second type, so they become a choice. */
  private static Schema<?> orNull(Schema<?> property) {
    if (property.getAnyOf() != null) {
      return property;
    }
    if (property.get$ref() == null && property.getEnum() == null && property.getTypes() != null) {
      property.addType("null");
      return property;
    }
    var nothing = new Schema<>();
    nothing.addType("null");
    var choice = new Schema<>();
    choice.setDescription(property.getDescription());
    choice.addAnyOfItem(property.get$ref() == null ? property : referenceTo(property.get$ref()));
    choice.addAnyOfItem(nothing);
    return choice;
  }

  private static Schema<?> referenceTo(String schema) {
    var reference = new Schema<>();
    reference.set$ref(schema);
    return reference;
  }
}
