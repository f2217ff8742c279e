package org.cartwright.testing;

import static org.cartwright.testing.bodies.Bodies.body;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** Opens clinics, through the operator's door. */
@TestComponent
public class Clinics {

  static final String ADMIN_KEY = "the-operator";

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final ApplicationContext service;

  public Clinics(ApplicationContext service) {
    this.service = service;
  }

  /** The service, asked by nobody. */
  public Api nobody() {
    return at("local.server.port");
  }

  /** The management port of the service, asked by nobody. */
  public Api management() {
    return at("local.management.port");
  }

  private Api at(String port) {
    var base = "http://localhost:" + service.getEnvironment().getRequiredProperty(port);
    return new Api(base, Map.of("Content-Type", "application/json"));
  }

  /** A part of the service itself, for what would take many requests. */
  public <T> T part(Class<T> type) {
    return service.getBean(type);
  }

  /** The service, asked by its operator. */
  public Api operator() {
    return nobody().with("ADMIN-KEY", ADMIN_KEY);
  }

  /** A new clinic in UTC. */
  public Clinic open() {
    return open("UTC");
  }

  /** A new clinic in a time zone. */
  public Clinic open(String timeZone) {
    return open(timeZone, "USD", "en-US");
  }

  /** Another clinic that has everything a clinic in UTC has. */
  public Clinic like(Clinic clinic) {
    var another = open();
    Copies.ofClinic(clinic.id(), another.id());
    return another;
  }

  /** A new clinic in a time zone, whose patients read amounts in a currency and a locale. */
  public Clinic open(String timeZone, String currency, String locale) {
    var id = "clinic-" + COUNT.incrementAndGet();
    var opened =
        operator()
            .post(
                "/platform/tenants",
                body()
                    .with("tenant", id)
                    .with("name", "Clinic " + id)
                    .with("timeZone", timeZone)
                    .with("currency", currency)
                    .with("locale", locale)
                    .with("phoneNumber", "+1 (555) 010-0100"))
            .ok();
    return new Clinic(id, nobody().with("TENANT", id).with("API-KEY", opened.at("/key/apiKey")));
  }
}
