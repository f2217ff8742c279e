package org.cartwright.platform.openapi;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;

/**
 * Describes what stands in a query: what may be left out may be {@code null}, as the published API
 * says it, and closed lists that are only the query's own (by what to sort) are strings. Several
 * values are an array and nothing else, which every generator sends one by one, except where the
 * published API has it otherwise.
 */
@Component
class QueryParameterCustomizer implements ParameterCustomizer {

  /** The one array that the published API, too, has as nothing else. */
  private static final String NEVER_NULL = "patient_ids";

  @Override
  public @Nullable Parameter customize(
      @Nullable Parameter parameter, MethodParameter methodParameter) {
    if (parameter == null || !"query".equals(parameter.getIn()) || parameter.getSchema() == null) {
      return parameter;
    }
    var told = methodParameter.getParameterType().getAnnotation(Schema.class);
    if (told != null && "string".equals(told.type())) {
      var text = text(told);
      if (isPublished(methodParameter) && !told.format().isEmpty()) {
        text.setFormat(told.format());
      }
      var asked = methodParameter.getParameterAnnotation(RequestParam.class);
      if (asked != null && !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
        text.setDefault(asked.defaultValue());
      }
      parameter.setSchema(text);
    }
    if (!Boolean.TRUE.equals(parameter.getRequired())
        && mayBeNull(methodParameter)
        && !isPlainArray(parameter, methodParameter)) {
      parameter.setSchema(NullableSchemas.orNull(parameter.getSchema()));
    }
    return parameter;
  }

  private static boolean isPlainArray(Parameter parameter, MethodParameter methodParameter) {
    if (!List.class.isAssignableFrom(methodParameter.getParameterType())) {
      return false;
    }
    return NEVER_NULL.equals(parameter.getName()) || !isPublished(methodParameter);
  }

  private static boolean isPublished(MethodParameter parameter) {
    var told = parameter.getMethodAnnotation(Operation.class);
    return told != null && RepeatableOperations.isPublished(HttpMethod.GET, told.operationId());
  }

  /** An {@code Integer} that is never null has a default; asked for with null, it is that. */
  private static boolean mayBeNull(MethodParameter parameter) {
    return Nullness.forMethodParameter(parameter) == Nullness.NULLABLE
        || parameter.getParameterType() == Integer.class;
  }

  private static StringSchema text(Schema told) {
    var text = new StringSchema();
    text.addType("string");
    if (told.allowableValues().length > 0) {
      text.setEnum(List.of(told.allowableValues()));
    }
    return text;
  }
}
