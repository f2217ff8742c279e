package org.cartwright.platform.json;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An id that a client chose, and that leads to what has it: a path that ends in one or two dots, or
 * in a word that stands in the API's paths where such an id does, is another one, to this service
 * or already to who asks it.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PathId.Validator.class)
public @interface PathId {

  /** The words that stand in the API's paths where such an id does. */
  String[] except() default {};

  String message() default "this is a word of the API's paths; choose another";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Without an id one is drawn. */
  final class Validator implements ConstraintValidator<PathId, String> {

    private List<String> words = List.of();

    @Override
    public void initialize(PathId id) {
      words = List.of(id.except());
    }

    @Override
    public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
      return id == null || !(id.matches("[.]{1,2}") || words.contains(id));
    }
  }
}
