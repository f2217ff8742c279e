package org.cartwright.charges;

import org.cartwright.charges.api.ChargeStatus;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Clinic;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes charges back, as those do who cancel what was charged: within a transaction of theirs. */
class Cancelling {

  private final Charges charges;
  private final TransactionTemplate transaction;

  Cancelling(Charges charges, PlatformTransactionManager transactions) {
    this.charges = charges;
    transaction = new TransactionTemplate(transactions);
  }

  ChargeStatus takeBack(Clinic clinic, String charge, String reason) {
    return CurrentTenant.call(
        clinic.id(), () -> transaction.execute(status -> charges.takeBack(charge, reason)));
  }
}
