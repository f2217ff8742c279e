package org.cartwright.platform.web;

import java.util.Collection;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A query parameter that is given once is one value, also where a list is asked for: Spring would
 * split "Botox, 50 units" in two at the comma.
 */
@Configuration
class WholeValues implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.removeConvertible(String.class, Collection.class);
  }
}
