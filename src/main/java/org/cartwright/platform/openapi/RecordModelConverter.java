package org.cartwright.platform.openapi;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cartwright.platform.json.Default;
import org.cartwright.platform.json.PresentFields;
import org.cartwright.platform.json.Required;
import org.cartwright.platform.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Describes records the way the house reads and writes them: a component that may be null says so,
 * one without a default is required, and defaults are told. What {@code @Schema} says of a
 * component ({@code nullable}, {@code requiredMode}, {@code types}) goes before what its type says.
 */
@Component
class RecordModelConverter implements ModelConverter {

  private static final JsonMapper JSON = new JsonMapper();

  static {
    ModelResolver.enumsAsRef = true;
  }

  @Override
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    var java = Json.mapper().constructType(type.getType());
    if (java != null && java.getRawClass() == Page.class) {
      type.name(pageOf(java));
    }
    Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    if (schema != null && java != null && java.getRawClass().isRecord()) {
      var model = model(schema, context);
      if (model != null && model.getProperties() != null) {
        describe(java.getRawClass(), model);
      }
    }
    return schema;
  }

  private static String pageOf(JavaType page) {
    return "Page_" + page.containedType(0).getRawClass().getSimpleName() + "_";
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
      if (component.getType() == PresentFields.class) {
        properties.remove(name);
        continue;
      }
      var property = properties.get(name);
      if (property == null) {
        continue;
      }
      if (isRequired(component)) {
        required.add(name);
      }
      var described = isNullable(component) ? NullableSchemas.orNull(property) : property;
      var fallback = component.getAnnotation(Default.class);
      if (fallback != null) {
        described.setDefault(plain(fallback.value()));
      }
      properties.put(name, described);
    }
    model.setRequired(new ArrayList<>(required));
  }

  private static @Nullable Object plain(String json) {
    var value = JSON.readTree(json);
    if (value.isArray()) {
      return List.of();
    }
    return value.isBoolean()
        ? (Object) value.booleanValue()
        : value.isNumber() ? value.decimalValue() : value.asString();
  }

  private static String name(RecordComponent component) {
    var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }

  private static boolean isRequired(RecordComponent component) {
    if (component.isAnnotationPresent(Required.class)) {
      return true;
    }
    var told = told(component);
    return !component.isAnnotationPresent(Default.class)
        && !isNull(component)
        && (told == null || (!told.nullable() && told.requiredMode() != NOT_REQUIRED));
  }

  private static boolean isNullable(RecordComponent component) {
    var told = told(component);
    if (told != null && told.types().length > 0) {
      return List.of(told.types()).contains("null");
    }
    return isNull(component) || (told != null && told.nullable());
  }

  private static boolean isNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static io.swagger.v3.oas.annotations.media.@Nullable Schema told(
      RecordComponent component) {
    return component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
  }
}
