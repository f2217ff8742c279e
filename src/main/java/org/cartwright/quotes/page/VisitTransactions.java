package org.cartwright.quotes.page;

import java.util.Optional;
import java.util.function.Function;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.tenancy.CurrentTenant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Receives visitors: what a request reads and notes at a link happens in the link's tenant and in
 * one transaction. The answer is made of it afterwards, still in the tenant, so that no connection
 * waits while a page is written or a document printed.
 */
@Component
class VisitTransactions {

  private final LinkAccess access;
  private final TransactionTemplate reading;
  private final TransactionTemplate noting;

  VisitTransactions(LinkAccess access, PlatformTransactionManager transactions) {
    this.access = access;
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
    noting = new TransactionTemplate(transactions);
  }

  /** An answer, to be made once the transaction is over. */
  @FunctionalInterface
  interface Reply {

    ResponseEntity<?> make();
  }

  /** A visit that notes nothing: it sees one moment of the database. */
  ResponseEntity<?> look(LinkAddress link, Function<Optional<LinkVisit>, Reply> work) {
    return receive(link, reading, work);
  }

  /**
   * A visit of which something may have to be noted. Whether it has is only known once the link was
   * followed, when a transaction can no longer become one that writes, so it begins as one.
   */
  ResponseEntity<?> note(LinkAddress link, Function<Optional<LinkVisit>, Reply> work) {
    return receive(link, noting, work);
  }

  private ResponseEntity<?> receive(
      LinkAddress link,
      TransactionTemplate transaction,
      Function<Optional<LinkVisit>, Reply> work) {
    if (!link.isPossible()) {
      return work.apply(Optional.empty()).make();
    }
    return CurrentTenant.call(
        link.tenant(), () -> transaction.execute(status -> work.apply(link.follow(access))).make());
  }
}
