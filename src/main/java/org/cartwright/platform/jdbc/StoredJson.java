package org.cartwright.platform.jdbc;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read that stands in a column and whose inside is the client's own business: with the
 * digits it was written with, however many. Entities read it so, too.
 */
@Configuration(proxyBeanMethods = false)
public class StoredJson {

  public static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Bean
  HibernatePropertiesCustomizer jsonOfEntities() {
    return properties ->
        properties.put(MappingSettings.JSON_FORMAT_MAPPER, new Jackson3JsonFormatMapper(MAPPER));
  }

  /** Whether two values say the same, however their numbers are spelled. */
  public static boolean isSame(@Nullable Object one, @Nullable Object other) {
    if (one instanceof Map<?, ?> object && other instanceof Map<?, ?> another) {
      return object.keySet().equals(another.keySet())
          && object.keySet().stream().allMatch(key -> isSame(object.get(key), another.get(key)));
    }
    if (one instanceof List<?> list && other instanceof List<?> another) {
      return list.size() == another.size()
          && IntStream.range(0, list.size()).allMatch(n -> isSame(list.get(n), another.get(n)));
    }
    if (one instanceof Number number && other instanceof Number another) {
      return decimal(number).compareTo(decimal(another)) == 0;
    }
    return Objects.equals(one, other);
  }

  private static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
  }
}
