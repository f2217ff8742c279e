package org.cartwright.orders.customers;

import java.util.List;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The customers of a shop: its patients, with the addresses that were used for them. */
@Service
class Customers {

  private final PatientQueries patients;
  private final RememberedAddresses addresses;

  Customers(PatientQueries patients, RememberedAddresses addresses) {
    this.patients = patients;
    this.addresses = addresses;
  }

  /** The newest customers that a search means, by name, e-mail or phone in any spelling. */
  @Transactional(readOnly = true)
  List<CustomerDetail> search(@Nullable String term, int atMost) {
    var found = patients.search(term, atMost);
    var known = addresses.of(found.stream().map(PatientSummaryWithMemberships::id).toList());
    return found.stream()
        .map(
            patient ->
                new CustomerDetail(
                    patient.id(),
                    patient.firstName(),
                    patient.lastName(),
                    patient.phoneNumber(),
                    patient.email(),
                    known.getOrDefault(patient.id(), List.of())))
        .toList();
  }
}
