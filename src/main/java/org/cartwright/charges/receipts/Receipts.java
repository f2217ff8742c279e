package org.cartwright.charges.receipts;

import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The receipts of the clinic's payments. */
@Repository
@Transactional(readOnly = true)
public class Receipts {

  private final ReceiptReader reader;

  Receipts(ReceiptReader reader) {
    this.reader = reader;
  }

  /**
   * The receipt of a payment.
   *
   * @throws Missing if there is no such payment
   */
  public Receipt get(String paymentId) {
    if (!Ids.isPossible(paymentId)) {
      throw Missing.a("Payment");
    }
    return reader.read(paymentId).orElseThrow(() -> Missing.a("Payment"));
  }
}
