package org.cartwright.platform.web;

import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.StatusSentences;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Keeps out paths that can be read in two ways, so that whoever decides about a path and whoever
 * serves it mean the same. Nothing is at such an address, and that is what is said.
 */
@Configuration
class PathFirewall {

  /**
   * Lets pass what is merely odd, since it is answered well further in: methods that nobody serves
   * (405), ids that nothing can have (404), parameters that nobody reads, and headers in UTF-8,
   * which proxies add. Tomcat has refused control characters in them before.
   */
  @Bean
  HttpFirewall httpFirewall() {
    var firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedLineFeed(true);
    firewall.setAllowUrlEncodedCarriageReturn(true);
    firewall.setAllowUrlEncodedLineSeparator(true);
    firewall.setAllowUrlEncodedParagraphSeparator(true);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setAllowedParameterNames(name -> true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler inTheHousesShape(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    return (request, response, rejected) -> {
      if (HtmlPages.is(request)) {
        HtmlPages.HEADERS.forEach(response::setHeader);
      }
      answers.resolveException(request, response, null, new NoSuchAddress());
    };
  }

  private static final class NoSuchAddress extends Refusal {

    NoSuchAddress() {
      super(HttpStatus.NOT_FOUND, StatusSentences.of(404));
    }
  }
}
