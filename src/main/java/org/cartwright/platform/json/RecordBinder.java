package org.cartwright.platform.json;

import jakarta.validation.Validator;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.json.violations.ConstraintValidation;
import org.cartwright.platform.json.violations.ValuePath;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a JSON tree into a request record: fields in either spelling, unknown ones ignored, and
 * everything that is wrong collected in field order, from types over Bean Validation constraints to
 * the record's own {@link CrossFieldValidated} rule.
 */
final class RecordBinder {

  private static final int LONGEST_NAME = 64;

  private final Validator validator;
  private final JsonMapper json;
  private final FieldSpelling spelling;
  private final List<Violation> found = new ArrayList<>();

  RecordBinder(Validator validator, JsonMapper json, FieldSpelling spelling) {
    this.validator = validator;
    this.json = json;
    this.spelling = spelling;
  }

  List<Violation> found() {
    return found;
  }

  /** The value, or nothing if anything in it was wrong. */
  @Nullable Object bind(Type type, JsonNode node, ValuePath at) {
    var raw = RecordFields.raw(type);
    if (raw.isRecord()) {
      return record(raw, node, at);
    }
    if (List.class.isAssignableFrom(raw)) {
      return list(RecordFields.argument(type, 0), node, at);
    }
    if (Map.class.isAssignableFrom(raw)) {
      return object(node, at);
    }
    if (ScalarReader.reads(raw)) {
      return ScalarReader.read(raw, node, at, found);
    }
    throw new IllegalStateException("no reader for " + type);
  }

  private @Nullable Object record(Class<?> type, JsonNode node, ValuePath at) {
    if (!node.isObject()) {
      found.add(
          new Violation(
              at.loc(),
              "Input should be a valid dictionary or object to extract fields from",
              "model_attributes_type"));
      return null;
    }
    int before = found.size();
    var shape = RecordFields.of(type);
    var given = new HashSet<String>();
    var values = new @Nullable Object[shape.fields().size()];
    for (int i = 0; i < values.length; i++) {
      var field = shape.fields().get(i);
      if (!field.isGiven()) {
        values[i] = field(type, field, node, at, given);
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (shape.fields().get(i).isGiven()) {
        values[i] = new PresentFields(given);
      }
    }
    if (found.size() > before) {
      return null;
    }
    var record = shape.create(values);
    if (record instanceof CrossFieldValidated checked) {
      checked.check(new ComplaintsAt(at));
    }
    return found.size() > before ? null : record;
  }

  private @Nullable Object field(
      Class<?> owner, RecordFields.Field field, JsonNode node, ValuePath at, Set<String> given) {
    var camel = node.get(field.name());
    var snake = field.snake().equals(field.name()) ? null : node.get(field.snake());
    if (camel != null && snake != null) {
      found.add(
          Violation.of(at.to(field.name()).loc(), "the field is given twice, in two spellings"));
      return null;
    }
    var value = camel != null ? camel : snake;
    if (value != null) {
      given.add(field.name());
      if (snake != null) {
        spelling.remember(at.to(field.name()).loc(), field.snake());
      }
    }
    var here = at.to(field.name());
    if (value == null && field.fallback() != null) {
      return bind(field.type(), json.readTree(field.fallback()), here);
    }
    if (value == null && field.required()) {
      found.add(new Violation(here.loc(), "Field required", "missing"));
      return null;
    }
    if (value == null || (field.nullable() && (value.isNull() || field.isNothing(value)))) {
      return null;
    }
    if (field.isTooLong(value)) {
      found.add(ConstraintValidation.tooMany(here, field.mostElements(), value.size()));
      return null;
    }
    int before = found.size();
    var bound = bind(field.type(), value, here);
    if (found.size() == before) {
      ConstraintValidation.check(validator, owner, field.name(), bound, here, found);
    }
    return bound;
  }

  private @Nullable Object list(Type element, JsonNode node, ValuePath at) {
    if (!node.isArray()) {
      found.add(new Violation(at.loc(), "Input should be a valid list", "list_type"));
      return null;
    }
    var list = new ArrayList<Object>();
    for (int i = 0; i < node.size() && isWorthReadingOn(); i++) {
      var value = bind(element, node.get(i), at.to(i));
      if (value != null) {
        list.add(value);
      }
    }
    return List.copyOf(list);
  }

  /** An object whose inside is the client's own business, as long as it can be stored. */
  private @Nullable Object object(JsonNode node, ValuePath at) {
    if (!node.isObject()) {
      found.add(new Violation(at.loc(), "Input should be a valid dictionary", "dict_type"));
      return null;
    }
    if (!FreeFormLimits.isWithinBounds(node)) {
      found.add(Violation.of(at.loc(), FreeFormLimits.BOUNDS));
      return null;
    }
    int before = found.size();
    requireStorable(node, at);
    return found.size() > before ? null : json.treeToValue(node, LinkedHashMap.class);
  }

  private void requireStorable(JsonNode node, ValuePath at) {
    if (node.isNumber()) {
      ScalarReader.read(java.math.BigDecimal.class, node, at, found);
    } else if (node.isString()) {
      ScalarReader.read(String.class, node, at, found);
    } else if (node.isArray()) {
      for (int i = 0; i < node.size() && isWorthReadingOn(); i++) {
        requireStorable(node.get(i), at.to(i));
      }
    } else if (node.isObject()) {
      for (var entry : node.properties()) {
        if (!isWorthReadingOn()) {
          return;
        }
        if (ScalarReader.isStorable(entry.getKey())) {
          requireStorable(entry.getValue(), at.to(shortened(entry.getKey())));
        } else {
          found.add(
              new Violation(
                  at.loc(),
                  "Keys should be valid strings, without NUL characters",
                  "string_unicode"));
        }
      }
    }
  }

  /** Once there is more wrong than one answer tells, nobody needs to know the rest. */
  private boolean isWorthReadingOn() {
    return found.size() < InvalidRequest.MOST;
  }

  /** A name of the client's own, as far as a complaint repeats it. */
  private static String shortened(String key) {
    return key.codePointCount(0, key.length()) <= LONGEST_NAME
        ? key
        : key.substring(0, key.offsetByCodePoints(0, LONGEST_NAME)) + "…";
  }

  private final class ComplaintsAt implements CrossFieldValidated.Complaints {

    private final ValuePath at;

    ComplaintsAt(ValuePath at) {
      this.at = at;
    }

    @Override
    public void about(String field, String sentence) {
      found.add(Violation.of(at.to(field).loc(), sentence));
    }

    @Override
    public void aboutAll(String sentence) {
      found.add(Violation.of(at.loc(), sentence));
    }
  }
}
