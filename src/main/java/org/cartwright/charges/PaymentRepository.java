package org.cartwright.charges;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaymentRepository extends Repository<Payment, String> {

  /** For which charge a payment was made; that never changes. */
  @Query("select p.chargeId from Payment p where p.id = :id")
  Optional<String> chargeOf(String id);

  List<Payment> findByChargeId(String chargeId);
}
