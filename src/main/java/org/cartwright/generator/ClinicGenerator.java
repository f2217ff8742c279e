package org.cartwright.generator;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * Fills a clinic that is there and empty, batch by batch over several connections. Each batch draws
 * by itself, so that the clinic does not depend on who made which.
 */
final class ClinicGenerator {

  private static final String TABLES =
      "provider, tax, item, package, package_item, patient_tag, patient, patient_tag_assignment,"
          + " patient_credit, patient_credit_entry, charge, charge_item, payment, refund, cart,"
          + " cart_order, cart_tally, quote, cart_line, quote_line, quote_event";

  /** Fewer carts change little of what the server knows of its tables. */
  private static final int MANY = 1_000;

  private final DataSource owner;
  private final int connections;
  private final ProgressReport progress;

  /**
   * @param owner connects as the role that owns the tables: it may make temporary tables, and is
   *     bound by the policies as everybody is
   */
  ClinicGenerator(DataSource owner, int connections, ProgressReport progress) {
    this.owner = owner;
    this.connections = connections;
    this.progress = progress;
  }

  void fill(GeneratorOptions wanted) throws SQLException, IOException, InterruptedException {
    var batch = new RowBatch();
    var catalogue = new GeneratedCatalog(wanted, batch);
    var people = new GeneratedPeople(wanted);
    people.addProviders(batch);
    try (var connection = connect(wanted, batch)) {
      for (int first = 0; first < wanted.patients(); first += GeneratorOptions.BATCH) {
        people.addPatients(
            first, Math.min(first + GeneratorOptions.BATCH, wanted.patients()), batch);
        batch.store(connection);
      }
    }
    fillWithCarts(wanted, catalogue);
    try (var connection = connect(wanted, batch);
        var statement = connection.createStatement()) {
      // The round of a service that runs may be folding, and then leaves what came meanwhile.
      statement.execute(
          "select pg_advisory_xact_lock(hashtext('cart_tally'), hashtext(current_setting('cartwright.tenant')))");
      statement.execute("select cart_tally_fold()");
      connection.commit();
    }
    if (wanted.carts() >= MANY) {
      try (var connection = owner.getConnection();
          var statement = connection.createStatement()) {
        // As autovacuum would have done while a clinic grew by itself.
        statement.execute("vacuum (analyze) " + TABLES);
      }
    }
  }

  private void fillWithCarts(GeneratorOptions wanted, GeneratedCatalog catalogue)
      throws SQLException, IOException, InterruptedException {
    var next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          var batch = new RowBatch();
          try (var connection = connect(wanted, batch)) {
            for (int n = next.getAndIncrement(); n < wanted.batches(); n = next.getAndIncrement()) {
              var story =
                  new GeneratedLifecycle(
                      wanted, catalogue, new SeededRandom(wanted.seed() + 2, n), batch);
              int carts = wanted.cartsOf(n);
              for (int i = 0; i < carts; i++) {
                story.add();
              }
              batch.store(connection);
              progress.add(carts);
            }
          } catch (SQLException | IOException | RuntimeException e) {
            next.set(wanted.batches());
            throw e;
          }
          return null;
        };
    try (var threads = Executors.newFixedThreadPool(connections)) {
      var running = new ArrayList<Future<Void>>();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(worker));
      }
      for (var one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private Connection connect(GeneratorOptions wanted, RowBatch batch) throws SQLException {
    var connection = owner.getConnection();
    try {
      try (var tenant =
          connection.prepareStatement("select set_config('cartwright.tenant', ?, false)")) {
        tenant.setString(1, wanted.tenant());
        tenant.execute();
      }
      batch.prepare(connection);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
