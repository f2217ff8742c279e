package org.cartwright.audit.recording.entities;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cartwright.platform.trail.Touched;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a document shows, found by its form: it has an id, or it holds others that have; and it is
 * of a patient.
 */
public final class ShownThings {

  private static final JsonMapper JSON = new JsonMapper();

  private static final String ID = "id";
  private static final String PATIENT = "patient";
  private static final String PATIENT_ID = "patientId";

  /** How deep documents lie in what is answered: a page holds a list of them. */
  private static final int DEEPEST = 2;

  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          var components = type.getRecordComponents();
          if (components == null) {
            return List.of();
          }
          Arrays.stream(components).forEach(c -> c.getAccessor().setAccessible(true));
          return List.of(components);
        }
      };

  private ShownThings() {}

  /**
   * Adds what a document shows.
   *
   * @param kind of document
   */
  public static void add(@Nullable Object document, String kind, Touched shown) {
    add(document, kind, shown, 0);
  }

  private static void add(@Nullable Object document, String kind, Touched shown, int depth) {
    if (document instanceof Collection<?> several) {
      several.forEach(one -> add(one, kind, shown, depth));
    } else if (document instanceof Record one && depth <= DEEPEST) {
      addOne(one, kind, shown, depth);
    } else if (document instanceof JsonNode one && depth <= DEEPEST) {
      addRead(one, kind, shown, depth);
    }
  }

  private static void addOne(Record document, String kind, Touched shown, int depth) {
    var id = text(document, ID);
    id.ifPresent(found -> shown.add(kind, found));
    text(document, PATIENT_ID).ifPresent(found -> shown.add(PATIENT, found));
    for (var part : COMPONENTS.get(document.getClass())) {
      if (part.getName().equals(PATIENT)) {
        add(value(document, part), PATIENT, shown, DEEPEST);
      } else if (id.isEmpty()) {
        add(value(document, part), kind, shown, depth + 1);
      }
    }
  }

  /** The same of a document that was written before. */
  private static void addRead(JsonNode document, String kind, Touched shown, int depth) {
    if (document.isArray()) {
      document.forEach(one -> add(one, kind, shown, depth));
      return;
    }
    document
        .optional(ID)
        .filter(JsonNode::isString)
        .ifPresent(id -> shown.add(kind, id.asString()));
    document
        .optional(PATIENT_ID)
        .filter(JsonNode::isString)
        .ifPresent(id -> shown.add(PATIENT, id.asString()));
    document.forEachEntry(
        (name, part) -> {
          if (name.equals(PATIENT)) {
            add(part, PATIENT, shown, DEEPEST);
          } else if (!document.has(ID)) {
            add(part, kind, shown, depth + 1);
          }
        });
  }

  /** An answer as it was written, if it is a document. */
  public static @Nullable JsonNode read(byte[] answer) {
    try {
      return JSON.readTree(answer);
    } catch (JacksonException another) {
      return null; // such as a PDF
    }
  }

  /** A text of a record by its name. */
  static Optional<String> text(Record document, String name) {
    return COMPONENTS.get(document.getClass()).stream()
        .filter(part -> part.getName().equals(name) && part.getType() == String.class)
        .findFirst()
        .map(part -> (String) value(document, part));
  }

  private static @Nullable Object value(Record document, RecordComponent part) {
    try {
      return part.getAccessor().invoke(document);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
