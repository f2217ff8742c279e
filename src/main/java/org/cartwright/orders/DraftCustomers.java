package org.cartwright.orders;

import java.util.List;
import org.cartwright.lines.Sale;
import org.cartwright.orders.api.Contact;
import org.cartwright.orders.api.NewCustomer;
import org.cartwright.patients.BillingPatient;
import org.cartwright.patients.Patients;
import org.cartwright.patients.api.PatientCreate;
import org.cartwright.patients.api.PatientLanguage;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who buys: a patient who is there, or one who is entered with the draft. */
@Component
class DraftCustomers {

  private final Patients patients;

  DraftCustomers(Patients patients) {
    this.patients = patients;
  }

  /**
   * Somebody who buys.
   *
   * @param location where the patient is at home
   * @param contact how to reach them, if they were looked up
   */
  record Named(String id, @Nullable String location, Contact contact) {}

  /** Whoever buys so far. */
  @Nullable Named present(Sale sale) {
    var id = sale.patientId();
    return id == null ? null : new Named(id, sale.patientLocation(), Contact.NONE);
  }

  /**
   * Whom a request names; a new one is entered. Whoever is the customer already may be archived
   * meanwhile.
   *
   * @param sale as it is so far; absent for a new draft
   */
  @Nullable Named named(
      @Nullable String customerId,
      @Nullable NewCustomer customer,
      @Nullable Sale sale,
      List<Violation> found) {
    if (customer != null && customer.id() == null) {
      return entered(customer);
    }
    var id = customer == null ? customerId : customer.id();
    if (id == null) {
      return null;
    }
    var location =
        sale != null && id.equals(sale.patientId())
            ? new BillingPatient(id, sale.patientLocation())
            : patients.forBilling(id).orElse(null);
    if (location == null) {
      found.add(
          customerId == null
              ? Violation.inBody("there is no such customer", "customer", "id")
              : Violation.inBody("there is no such customer", "customerId"));
      return null;
    }
    return new Named(id, location.primaryLocationId(), contact(id));
  }

  private Named entered(NewCustomer wanted) {
    var patient =
        patients.enter(
            PatientCreate.of(wanted.firstName(), wanted.lastName(), wanted.phone(), wanted.email()),
            new PatientLanguage(wanted.language()));
    return new Named(patient.id(), null, contact(patient.id()));
  }

  /** How to reach somebody who buys. */
  Contact contact(String id) {
    return patients
        .contact(id)
        .map(
            known ->
                new Contact(
                    known.fullName().isEmpty() ? null : known.fullName(),
                    known.phoneNumber(),
                    known.email()))
        .orElse(Contact.NONE);
  }
}
