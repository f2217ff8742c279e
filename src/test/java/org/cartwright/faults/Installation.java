package org.cartwright.faults;

import static org.cartwright.testing.bodies.Bodies.body;

import java.nio.file.Path;
import java.util.Map;
import org.cartwright.platform.postgres.embedded.KillableServer;
import org.cartwright.testing.Clinic;

/** A PostgreSQL of its own, and instances of the service on it, to be broken. */
final class Installation implements AutoCloseable {

  private final KillableServer database;

  Installation(String name) {
    database = KillableServer.start(Path.of("target", "faults", name));
  }

  KillableServer database() {
    return database;
  }

  DatabaseAddress address() {
    return DatabaseAddress.of(database);
  }

  /** An instance that is not started yet. */
  ServiceProcess instance(String name, Map<String, String> environment) {
    return ServiceProcess.ofThisBuild(name, address(), environment);
  }

  /** A new clinic, whose desks ask an instance. */
  static Clinic clinic(ServiceProcess at, String id) {
    var opened =
        at.operator()
            .post(
                "/platform/tenants",
                body()
                    .with("tenant", id)
                    .with("name", "Clinic " + id)
                    .with("timeZone", "UTC")
                    .with("currency", "USD")
                    .with("locale", "en-US"))
            .ok();
    return new Clinic(id, at.api().with("TENANT", id).with("API-KEY", opened.at("/key/apiKey")));
  }

  /** The same clinic, whose desks ask another instance. */
  static Clinic at(ServiceProcess instance, Clinic clinic) {
    return new Clinic(
        clinic.id(), instance.api().with("TENANT", clinic.id()).with("API-KEY", clinic.key()));
  }

  StoredRows rows(Clinic clinic) {
    return new StoredRows(database::askAsSuperuser, clinic.id());
  }

  @Override
  public void close() {
    database.close();
  }
}
