package org.cartwright.platform.json;

import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.violations.ConstraintValidation;
import org.cartwright.platform.json.violations.ValuePath;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks query parameters by the types and constraints of the handler method that takes them. */
@Component
public class QueryReader {

  private final Validator validator;

  QueryReader(Validator validator) {
    this.validator = validator;
  }

  /**
   * Complains about one parameter, if there is anything wrong with it.
   *
   * @param method the handler method and
   * @param index which of its parameters takes the value
   */
  public void check(
      Object handler,
      Method method,
      int index,
      String name,
      List<String> texts,
      List<Violation> found) {
    var at = ValuePath.at("query").to(name);
    var type = method.getGenericParameterTypes()[index];
    var raw = RecordFields.raw(type);
    int before = found.size();
    if (isLeftOpen(raw, texts)) {
      return;
    }
    Object value;
    if (List.class.isAssignableFrom(raw)) {
      value = list(RecordFields.argument(type, 0), texts, at, found);
    } else {
      value = ScalarReader.readText(raw, texts.getLast(), at, found);
    }
    if (found.size() == before) {
      constraints(handler, method, index, value, at, found);
    }
  }

  /** A choice that a form sends along empty is none. */
  private static boolean isLeftOpen(Class<?> type, List<String> texts) {
    return type.isEnum() && texts.getLast().isEmpty();
  }

  /**
   * The value that a text means which was found to be fine before.
   *
   * @throws IllegalArgumentException if it was not
   */
  public static <T> T read(Class<T> type, String text) {
    var value = ScalarReader.readText(type, text, ValuePath.at("query"), new ArrayList<>());
    if (value == null) {
      throw new IllegalArgumentException("not read as " + type.getSimpleName());
    }
    return type.cast(value);
  }

  private static List<Object> list(
      Type element, List<String> texts, ValuePath at, List<Violation> found) {
    var values = new ArrayList<Object>();
    for (int i = 0; i < texts.size() && found.size() < InvalidRequest.MOST; i++) {
      if (isLeftOpen(RecordFields.raw(element), texts.subList(i, i + 1))) {
        continue;
      }
      var value = ScalarReader.readText(RecordFields.raw(element), texts.get(i), at.to(i), found);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private void constraints(
      Object handler,
      Method method,
      int index,
      @Nullable Object value,
      ValuePath at,
      List<Violation> found) {
    var arguments = new @Nullable Object[method.getParameterCount()];
    arguments[index] = value;
    var violations =
        validator.forExecutables().validateParameters(handler, method, arguments).stream()
            .filter(v -> parameterIndex(v.getPropertyPath()) == index)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    ConstraintValidation.complain(Set.copyOf(violations), value, at, found);
  }

  private static int parameterIndex(jakarta.validation.Path path) {
    for (var node : path) {
      if (node.getKind() == jakarta.validation.ElementKind.PARAMETER) {
        return node.as(jakarta.validation.Path.ParameterNode.class).getParameterIndex();
      }
    }
    return -1;
  }
}
