package org.cartwright.charges;

import java.util.List;
import org.springframework.data.repository.Repository;

interface RefundRepository extends Repository<Refund, String> {

  List<Refund> findByChargeId(String chargeId);
}
