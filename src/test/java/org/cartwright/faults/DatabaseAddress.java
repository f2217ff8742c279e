package org.cartwright.faults;

import org.cartwright.platform.postgres.embedded.KillableServer;
import org.cartwright.testing.TestDatabase;

/**
 * A database as an instance of the service is told of it.
 *
 * @param url for serving
 * @param migrationUrl for the migrations
 */
record DatabaseAddress(String url, String migrationUrl, String appPassword, String ownerPassword) {

  static DatabaseAddress of(TestDatabase database) {
    return new DatabaseAddress(
        database.jdbcUrl(), database.jdbcUrl(), database.appPassword(), database.ownerPassword());
  }

  static DatabaseAddress of(KillableServer server) {
    var logins = server.logins();
    return new DatabaseAddress(
        server.url(), server.url(), logins.app().password(), logins.owner().password());
  }

  /** The same, served through a proxy in front of it. */
  DatabaseAddress through(CuttingProxy proxy) {
    return new DatabaseAddress(
        url.replaceFirst("//[^/]+/", "//127.0.0.1:" + proxy.port() + "/"),
        migrationUrl,
        appPassword,
        ownerPassword);
  }
}
