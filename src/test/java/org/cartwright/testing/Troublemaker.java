package org.cartwright.testing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.cartwright.tenancy.Caller;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
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

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Controller(JdbcTemplate jdbc, TransactionTemplate transaction) {
      this.jdbc = jdbc;
      this.transaction = transaction;
    }

    /** Takes so long in the database, in a transaction that has one bound more. */
    @GetMapping("/trouble/slow")
    String slow(
        @RequestParam("seconds") int seconds,
        @RequestParam("bound") String bound,
        @RequestParam("value") String value) {
      transaction.executeWithoutResult(
          begun -> {
            // A clock that runs already takes no new value.
            jdbc.queryForObject("select set_config(?, '0', true)", String.class, bound);
            jdbc.queryForObject("select set_config(?, ?, true)", String.class, bound, value);
            jdbc.queryForObject("select pg_sleep(?)::text", String.class, seconds);
          });
      return "done";
    }

    /** Takes a second in the database, for whose next word nobody waits longer than two. */
    @GetMapping("/trouble/impatient")
    String impatient() {
      transaction.executeWithoutResult(
          begun ->
              jdbc.execute(
                  (Connection connection) -> {
                    connection.setNetworkTimeout(Runnable::run, 2_000);
                    try (var statement = connection.createStatement()) {
                      return statement.execute("select pg_sleep(1)");
                    }
                  }));
      return "done";
    }

    /** Does nothing in a transaction until the database has ended it, and then something. */
    @GetMapping("/trouble/idle")
    String idle() {
      transaction.executeWithoutResult(
          begun -> {
            var idle = "set local idle_in_transaction_session_timeout = '1ms'";
            jdbc.execute(idle);
            LockSupport.parkNanos(500_000_000);
            jdbc.queryForList("select 1");
          });
      return "done";
    }

    @GetMapping("/trouble/exception")
    String exception() {
      throw new IllegalStateException(SECRET);
    }

    /** Finds that somebody else has changed what was read. */
    @GetMapping("/trouble/overtaken")
    String overtaken() {
      throw new OptimisticLockingFailureException(SECRET);
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
