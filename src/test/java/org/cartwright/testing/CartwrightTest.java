package org.cartwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole service over HTTP, on a real database. Those of one JVM share one running
 * service, but for the few that set properties of their own, and keep apart by opening a {@link
 * Clinic} each. Ask for an {@link Api} or a {@link Clinics} by injection. What the service sends is
 * caught by its inbox, and webhooks may lead to this machine. All of them come from one address,
 * which may ask as much as it wants. Its traces and metrics go to a {@link Collector}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.admin-key=" + Clinics.ADMIN_KEY,
      "cartwright.cors-origins=" + CartwrightTest.CORS_ORIGINS,
      "cartwright.hooks=true",
      "cartwright.inbox=true",
      "cartwright.limits.drain=0",
      "cartwright.limits.strangers-per-minute=0",
      "cartwright.own-limits-every=PT0.5S",
      "cartwright.round-every=P1D"
    })
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, Collector.Initializer.class})
@Import({
  Announcements.class,
  Clinics.class,
  Collector.class,
  Statements.class,
  TestClock.class,
  TestPatience.class,
  Troublemaker.class
})
public @interface CartwrightTest {

  /** Whose pages may call the service. */
  String CORS_ORIGINS = "https://desk.example,https://*.clinic.example";
}
