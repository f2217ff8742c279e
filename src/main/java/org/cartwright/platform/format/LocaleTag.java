package org.cartwright.platform.format;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A text of a request that is the BCP 47 tag of a locale whose spelling of figures is known. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LocaleTag.Validator.class)
public @interface LocaleTag {

  String message() default "this is no BCP 47 locale whose spelling is known, such as en-US";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Absence is for others to judge. */
  final class Validator implements ConstraintValidator<LocaleTag, String> {

    @Override
    public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
      return tag == null || MoneyFormat.locale(tag).isPresent();
    }
  }
}
