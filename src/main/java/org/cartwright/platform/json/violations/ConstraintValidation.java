package org.cartwright.platform.json.violations;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;

/** Bean Validation constraints, complained about in pydantic's words. */
public final class ConstraintValidation {

  private static final String WHOLE_DIGITS = "decimal_whole_digits";

  private ConstraintValidation() {}

  /** Checks one field of a record against the constraints written on it. */
  public static <T> void check(
      Validator validator,
      Class<T> owner,
      String field,
      @Nullable Object value,
      ValuePath at,
      List<Violation> found) {
    complain(validator.validateValue(owner, field, value), value, at, found);
  }

  /** Takes over what Bean Validation found about the value that stands at the given place. */
  public static <T> void complain(
      Set<ConstraintViolation<T>> violations,
      @Nullable Object value,
      ValuePath at,
      List<Violation> found) {
    var translated =
        violations.stream()
            .filter(v -> !hasItsCharacters(v))
            .map(v -> translate(v, value, at))
            .sorted(
                Comparator.comparing((Violation v) -> v.loc().toString())
                    .thenComparing(Violation::type))
            .toList();
    translated.stream().filter(v -> !saysItTwice(v, translated)).forEach(found::add);
  }

  /**
   * A text is as long as it has characters, as JSON Schema and the database count them; Java counts
   * some twice, such as emoji.
   */
  private static boolean hasItsCharacters(ConstraintViolation<?> violation) {
    if (violation.getInvalidValue() instanceof CharSequence text
        && violation.getConstraintDescriptor().getAnnotation() instanceof Size size) {
      int characters = Character.codePointCount(text, 0, text.length());
      return size.min() <= characters && characters <= size.max();
    }
    return false;
  }

  /** Of a number beyond its bound it is no news that it has too many digits. */
  private static boolean saysItTwice(Violation violation, List<Violation> all) {
    return violation.type().equals(WHOLE_DIGITS)
        && all.stream()
            .anyMatch(v -> !v.type().equals(WHOLE_DIGITS) && v.loc().equals(violation.loc()));
  }

  private static Violation translate(
      ConstraintViolation<?> violation, @Nullable Object value, ValuePath at) {
    ValuePath here = at;
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.CONTAINER_ELEMENT && node.getIndex() != null) {
        here = here.to(node.getIndex());
      }
    }
    Object offending = violation.getInvalidValue() == null ? value : violation.getInvalidValue();
    Map<String, Object> a = violation.getConstraintDescriptor().getAttributes();
    var name = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return switch (name) {
      case "Min" -> atLeast(here, a.get("value"));
      case "PositiveOrZero" -> atLeast(here, 0);
      case "Max" -> atMost(here, a.get("value"));
      case "Positive" ->
          new Violation(here.loc(), "Input should be greater than 0", "greater_than");
      case "DecimalMin" ->
          Boolean.TRUE.equals(a.get("inclusive"))
              ? atLeast(here, a.get("value"))
              : new Violation(
                  here.loc(), "Input should be greater than " + a.get("value"), "greater_than");
      case "DecimalMax" -> atMost(here, a.get("value"));
      case "Digits" -> digits(here, a, offending);
      case "Size" -> size(here, a, offending);
      case "CodePointLength" -> tooLong(here, (int) a.getOrDefault("max", 0));
      case "Pattern" ->
          new Violation(
              here.loc(),
              "String should match pattern '" + a.get("regexp") + "'",
              "string_pattern_mismatch");
      default -> Violation.of(here.loc(), violation.getMessage());
    };
  }

  private static Violation atLeast(ValuePath at, @Nullable Object bound) {
    return new Violation(
        at.loc(), "Input should be greater than or equal to " + bound, "greater_than_equal");
  }

  private static Violation atMost(ValuePath at, @Nullable Object bound) {
    return new Violation(
        at.loc(), "Input should be less than or equal to " + bound, "less_than_equal");
  }

  private static Violation digits(
      ValuePath at, Map<String, Object> attributes, @Nullable Object value) {
    var fraction = (int) attributes.getOrDefault("fraction", 0);
    return value instanceof BigDecimal number && number.scale() <= fraction
        ? new Violation(
            at.loc(),
            "Decimal input should have no more than %s digits before the decimal point"
                .formatted(attributes.get("integer")),
            WHOLE_DIGITS)
        : new Violation(
            at.loc(),
            "Decimal input should have no more than %d decimal places".formatted(fraction),
            "decimal_max_places");
  }

  private static Violation size(
      ValuePath at, Map<String, Object> attributes, @Nullable Object value) {
    int max = (int) attributes.getOrDefault("max", Integer.MAX_VALUE);
    int min = (int) attributes.getOrDefault("min", 0);
    if (value instanceof Collection<?> list) {
      return list.size() > max
          ? tooMany(at, max, list.size())
          : new Violation(
              at.loc(),
              "List should have at least %d items after validation, not %d"
                  .formatted(min, list.size()),
              "too_short");
    }
    return value instanceof CharSequence text && text.length() > max
        ? tooLong(at, max)
        : new Violation(
            at.loc(),
            "String should have at least %d characters".formatted(min),
            "string_too_short");
  }

  /** A list is longer than it may be. */
  public static Violation tooMany(ValuePath at, int most, int length) {
    return new Violation(
        at.loc(),
        "List should have at most %d items after validation, not %d".formatted(most, length),
        "too_long");
  }

  private static Violation tooLong(ValuePath at, int max) {
    return new Violation(
        at.loc(), "String should have at most %d characters".formatted(max), "string_too_long");
  }
}
