package org.cartwright.platform.format;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A text of a request that is the name of an IANA time zone. Not an offset, nor what only Java
 * knows: browsers and the database are told it, too.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TimeZoneId.Validator.class)
public @interface TimeZoneId {

  String message() default "this is no IANA time zone, such as America/New_York";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Absence is for others to judge. */
  final class Validator implements ConstraintValidator<TimeZoneId, String> {

    @Override
    public boolean isValid(@Nullable String zone, ConstraintValidatorContext context) {
      return zone == null
          || (ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith("SystemV/"));
    }
  }
}
