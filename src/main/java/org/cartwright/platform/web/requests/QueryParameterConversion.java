package org.cartwright.platform.web.requests;

import java.util.Collection;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.json.QueryReader;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Query parameters are read by the house's rules, which {@link QueryParameterInterceptor} checked
 * them by, and not by Spring's. One that is given once is one value, also where a list is asked
 * for: Spring would split "Botox, 50 units" in two at the comma.
 */
@Configuration
class QueryParameterConversion implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.removeConvertible(String.class, Collection.class);
    registry.addConverter(
        String.class, Boolean.class, text -> QueryReader.read(Boolean.class, text));
    registry.addConverter(
        String.class, Integer.class, text -> QueryReader.read(Integer.class, text));
    registry.addConverter(new LastValue((ConversionService) registry));
    registry.addConverter(new Choice());
    registry.addConverter(new Choices());
    registry.addConverter(String.class, Long.class, text -> QueryReader.read(Long.class, text));
    registry.addConverter(String.class, Moment.class, text -> QueryReader.read(Moment.class, text));
  }
}
