package org.cartwright.platform.json;

import jakarta.validation.constraints.Size;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a request record, read once by reflection. */
record RecordFields(Constructor<?> constructor, List<Field> fields) {

  private static final Map<Class<?>, RecordFields> KNOWN = new ConcurrentHashMap<>();

  static RecordFields of(Class<?> type) {
    return KNOWN.computeIfAbsent(type, RecordFields::read);
  }

  private static RecordFields read(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordFields(constructor, Arrays.stream(components).map(Field::of).toList());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  Object create(@Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + constructor.getDeclaringClass(), e);
    }
  }

  /**
   * One field.
   *
   * @param nullable whether the client may write {@code null}
   * @param required whether leaving it out is an error
   * @param fallback what it is when absent, as JSON
   * @param emptyIsNull whether the empty text is nothing
   * @param noTextIsNull whether what is no text is nothing
   * @param mostElements how long it may be, if it is a list
   */
  record Field(
      String name,
      String snake,
      Type type,
      boolean nullable,
      boolean required,
      @Nullable String fallback,
      boolean emptyIsNull,
      boolean noTextIsNull,
      int mostElements) {

    static Field of(RecordComponent component) {
      var fallback = component.getAnnotation(Default.class);
      // What a record's component is annotated with, its accessor is too; this one is not for
      // components.
      var size = component.getAccessor().getAnnotation(Size.class);
      var emptyIsNull = component.getAnnotation(EmptyIsNull.class);
      var nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return new Field(
          component.getName(),
          FieldSpelling.snake(component.getName()),
          component.getGenericType(),
          nullable,
          fallback == null && (!nullable || component.isAnnotationPresent(Required.class)),
          fallback == null ? null : fallback.value(),
          emptyIsNull != null,
          emptyIsNull != null && emptyIsNull.andWhatIsNoText(),
          size == null ? Integer.MAX_VALUE : size.max());
    }

    /** Whether what the client wrote is as good as nothing here. */
    boolean isNothing(JsonNode written) {
      return written.isString()
          ? (emptyIsNull && written.stringValue().isEmpty())
              || (noTextIsNull && !ScalarReader.isStorable(written.stringValue()))
          : noTextIsNull;
    }

    /** Whether this is a longer list than is read. */
    boolean isTooLong(JsonNode written) {
      return written.isArray() && written.size() > mostElements;
    }

    boolean isGiven() {
      return type == PresentFields.class;
    }
  }

  static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
  }

  static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
