package org.cartwright.platform.web.requests;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.cartwright.platform.json.QueryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/** Several choices of a closed list. One that a form sends along empty is none. */
final class Choices implements ConditionalGenericConverter {

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(
        new ConvertiblePair(String.class, Collection.class),
        new ConvertiblePair(String[].class, Collection.class));
  }

  @Override
  public boolean matches(TypeDescriptor source, TypeDescriptor target) {
    var element = target.getElementTypeDescriptor();
    return target.getType() == List.class && element != null && element.getType().isEnum();
  }

  @Override
  public Object convert(
      @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
    var choice = Objects.requireNonNull(targetType.getElementTypeDescriptor()).getType();
    return (source instanceof String[] texts ? Stream.of(texts) : Stream.of((String) source))
        .filter(text -> !text.isEmpty())
        .map(text -> QueryReader.read(choice, text))
        .toList();
  }
}
