package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;

/**
 * Says of a value that it may be {@code null}, in the one form that every generator reads alike.
 */
final class NullableSchemas {

  private NullableSchemas() {}

  /**
   * A choice between the value and {@code null}. What is said about the two together (description,
   * example, default) stands beside the choice.
   */
  static Schema<?> orNull(Schema<?> value) {
    var choice = new Schema<>();
    choice.setDescription(value.getDescription());
    if (value.getExample() != null) {
      choice.setExample(value.getExample());
    }
    if (value.getDefault() != null) {
      choice.setDefault(value.getDefault());
    }
    choice.setAnyOf(new ArrayList<>());
    if (value.getAnyOf() != null) {
      value.getAnyOf().forEach(choice::addAnyOfItem);
    } else {
      choice.addAnyOfItem(bare(value));
    }
    if (choice.getAnyOf().stream().noneMatch(NullableSchemas::isNull)) {
      var nothing = new Schema<>();
      nothing.addType("null");
      choice.addAnyOfItem(nothing);
    }
    return choice;
  }

  private static Schema<?> bare(Schema<?> value) {
    if (value.get$ref() != null) {
      var reference = new Schema<>();
      reference.set$ref(value.get$ref());
      return reference;
    }
    value.setDescription(null);
    value.setExample(null);
    value.setExampleSetFlag(false);
    value.setDefault(null);
    value.setDefaultSetFlag(false);
    value.setNullable(null);
    if (value.getTypes() != null) {
      value.getTypes().remove("null");
    }
    return value;
  }

  private static boolean isNull(Schema<?> schema) {
    return schema.getTypes() != null && schema.getTypes().contains("null");
  }
}
