package org.cartwright.audit.chain;

import java.util.List;
import java.util.function.Supplier;
import org.cartwright.audit.chain.ChainReader.Row;
import org.cartwright.audit.chain.ChainReader.Waiting;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at every seal and every row of a clinic, whether they fit together, batch by batch, each in
 * a short transaction: rows may be added meanwhile.
 */
@Component
public class AuditChain {

  private static final int BATCH = 1000;

  private final ChainReader reader;
  private final TransactionTemplate reading;

  AuditChain(ChainReader reader, PlatformTransactionManager transactions) {
    this.reader = reader;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /** Looks at all of the current tenant's. */
  public ChainReport verify() {
    var findings = new ChainFindings(CurrentTenant.id(), reader::isKeptNoLonger);
    List<SealedLink> links;
    do {
      links = read(() -> reader.seals(findings.lastNumber() + 1, BATCH));
      links.forEach(findings::see);
    } while (links.size() == BATCH);
    walkRows(findings);
    walkWaiting(findings);
    return findings.report();
  }

  private void walkRows(ChainFindings findings) {
    var last = Row.BEFORE_ALL;
    List<Row> rows;
    do {
      var after = last;
      rows = read(() -> reader.rows(after.moment(), after.id(), BATCH));
      for (var row : rows) {
        findings.seeRow(row.id(), row.moment(), row.isSealed(), row.isWaiting());
        last = row;
      }
    } while (rows.size() == BATCH);
  }

  private void walkWaiting(ChainFindings findings) {
    var last = "";
    List<Waiting> waiting;
    do {
      var after = last;
      waiting = read(() -> reader.waiting(after, BATCH));
      for (var one : waiting) {
        if (!one.isThere()) {
          findings.seeMissing(one.id(), one.moment());
        }
        last = one.id();
      }
    } while (waiting.size() == BATCH);
  }

  private <T> List<T> read(Supplier<List<T>> rows) {
    return reading.execute(status -> rows.get());
  }
}
