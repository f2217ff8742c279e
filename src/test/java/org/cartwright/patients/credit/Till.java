package org.cartwright.patients.credit;

import java.util.function.Supplier;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Clinic;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pays with credit and gives it back, as payments do: within a transaction of their own. */
class Till {

  private final PatientCredits credits;
  private final TransactionTemplate transaction;

  Till(PatientCredits credits, PlatformTransactionManager transactions) {
    this.credits = credits;
    transaction = new TransactionTemplate(transactions);
  }

  long take(Clinic clinic, String patient, long atMostCents, String payment) {
    return within(clinic, () -> credits.take(patient, atMostCents, payment));
  }

  void giveBack(Clinic clinic, String payment, long cents) {
    within(
        clinic,
        () -> {
          credits.giveBack(payment, cents);
          return 0L;
        });
  }

  long available(Clinic clinic, String patient) {
    return within(clinic, () -> credits.available(patient));
  }

  long within(Clinic clinic, Supplier<Long> work) {
    return CurrentTenant.call(clinic.id(), () -> transaction.execute(status -> work.get()));
  }
}
