package org.cartwright.testing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cartwright.tenancy.Caller;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Fails on demand, the way code fails that nobody foresaw: with a message that must not leave the
 * house.
 */
@TestComponent
@Configuration(proxyBeanMethods = false)
public class Troublemaker {

  public static final String SECRET = "Jane Doe's secret";

  /** Sent as a header, makes a filter fail. */
  public static final String IN_A_FILTER = "X-Trouble";

  @Bean
  TroublesomeFilter troublesomeFilter() {
    return new TroublesomeFilter();
  }

  @Hidden
  @TestComponent
  @RestController
  static class Controller {

    @GetMapping("/trouble/exception")
    String exception() {
      throw new IllegalStateException(SECRET);
    }

    @GetMapping("/trouble/error")
    String error() {
      throw new StackOverflowError(SECRET);
    }

    /** Fails when so many bytes of the answer are written. */
    @GetMapping("/trouble/half")
    void half(@RequestParam("bytes") int bytes, HttpServletResponse response)
        throws java.io.IOException {
      response.setContentType("application/json");
      response.getOutputStream().write(("[" + " ".repeat(bytes)).getBytes(StandardCharsets.UTF_8));
      throw new IllegalStateException(SECRET);
    }

    /** Who is asking, as services see it and as controllers are handed it. */
    @GetMapping("/trouble/who")
    List<Caller> who(@AuthenticationPrincipal Caller caller) {
      return List.of(Caller.current(), caller);
    }

    @GetMapping("/trouble/unserializable")
    Map<String, Object> unserializable() {
      return Map.of("detail", new Unserializable());
    }
  }

  static class Unserializable {

    public String getName() {
      throw new IllegalStateException(SECRET);
    }
  }

  /** Outside of everything but the request id. */
  @Order(-299)
  static class TroublesomeFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws jakarta.servlet.ServletException, java.io.IOException {
      if (request.getHeader(IN_A_FILTER) != null) {
        throw new IllegalStateException(SECRET);
      }
      chain.doFilter(request, response);
    }
  }
}
