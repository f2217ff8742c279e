package org.cartwright.testing;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the service as it is where its database started by itself, with the demo clinic and the
 * demo shop in it. Each such class has one of its own: laid aside for the tests of others, it does
 * not answer again.
 */
@DirtiesContext
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "cartwright.embedded=true",
      "cartwright.inbox=true",
      "cartwright.errands-every=PT0.1S",
      "cartwright.round-every=P1D"
    })
@Import({Statements.class, TestClock.class})
public abstract class InTheDemo {

  @Autowired private Environment environment;

  @DynamicPropertySource
  static void databaseOfItsOwn(DynamicPropertyRegistry registry) {
    TestDatabase.createMigrated().registerIn(registry);
  }

  /** Where the service is. */
  protected String address() {
    return "http://localhost:" + environment.getRequiredProperty("local.server.port");
  }

  /** The service for who asks for a tenant with a key. */
  protected Api api(String tenant, String key) {
    return Api.at(address()).with("TENANT", tenant).with("API-KEY", key);
  }
}
