package org.cartwright.platform.web.requests;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;

/**
 * Where one value is asked for and several are given, the last one counts. It is the one that was
 * checked; Spring would read all of them, joined by commas.
 */
final class LastValue implements ConditionalGenericConverter {

  private final ConversionService conversion;

  LastValue(ConversionService conversion) {
    this.conversion = conversion;
  }

  @Override
  public Set<ConvertiblePair> getConvertibleTypes() {
    return Set.of(new ConvertiblePair(String[].class, Object.class));
  }

  @Override
  public boolean matches(TypeDescriptor source, TypeDescriptor target) {
    return !target.isCollection() && !target.isArray();
  }

  @Override
  public @Nullable Object convert(
      @Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
    return source instanceof String[] texts
        ? conversion.convert(
            texts[texts.length - 1], TypeDescriptor.valueOf(String.class), targetType)
        : null;
  }
}
