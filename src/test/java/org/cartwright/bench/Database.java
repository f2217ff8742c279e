package org.cartwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;

/**
 * The PostgreSQL that the service has started.
 *
 * @param process of the server, the parent of all its others
 */
record Database(long process, int port, String password) {

  static final String USER = "cartwright_app";

  static Database in(Path data) throws IOException {
    var lines = Files.readAllLines(data.resolve("server/postmaster.pid"));
    var passwords = new Properties();
    try (var reader = Files.newBufferedReader(data.resolve("passwords.properties"))) {
      passwords.load(reader);
    }
    return new Database(
        Long.parseLong(lines.get(0).strip()),
        Integer.parseInt(lines.get(3).strip()),
        passwords.getProperty(USER));
  }

  String url(int throughPort) {
    return "jdbc:postgresql://127.0.0.1:" + throughPort + "/cartwright";
  }

  /** Connects as the role that serves. */
  Connection connect() throws SQLException {
    return connect(port);
  }

  private Connection connect(int throughPort) throws SQLException {
    return DriverManager.getConnection(url(throughPort), USER, password);
  }

  /** What the smallest statement takes through a port, in milliseconds: one round trip. */
  double roundTripMillis(int throughPort) throws SQLException {
    var millis = new double[500];
    try (var connection = connect(throughPort);
        var statement = connection.prepareStatement("select 1")) {
      for (int i = 0; i < millis.length; i++) {
        long begin = System.nanoTime();
        statement.executeQuery().close();
        millis[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis[millis.length / 2];
  }

  /** How many bytes of WAL were written so far. */
  long walBytes() throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
      row.next();
      return row.getBigDecimal(1).longValueExact();
    }
  }
}
