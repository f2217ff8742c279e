package org.cartwright.platform.web.requests;

import java.util.Set;
import org.cartwright.platform.json.QueryReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;

/** One choice of a closed list. One that a form sends along empty is none. */
final class Choice implements GenericConverter {

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(String.class, Enum.class));
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
    return source instanceof String text && !text.isEmpty()
        ? QueryReader.read(targetType.getType(), text)
        : null;
  }
}
