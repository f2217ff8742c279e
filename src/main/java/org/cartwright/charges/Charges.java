package org.cartwright.charges;

import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.charges.bill.Bill;
import org.cartwright.charges.reading.ChargeQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The charges of the clinic that is asking, for those who hand over bills. */
@Service
public class Charges {

  private final ChargeBook book;
  private final ChargeQueries queries;

  Charges(ChargeBook book, ChargeQueries queries) {
    this.book = book;
    this.queries = queries;
  }

  /**
   * Opens a charge for a bill, within the caller's transaction, which has locked what the bill was
   * made of. A charge of 0 is paid at once.
   *
   * @throws ChargeRefusal if there is a charge for the same source already, or one with the same
   *     external id; nothing may be committed then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public ChargeDetail open(Bill bill) {
    var opened = book.open(bill);
    return queries.opened(
        opened.charge().id(), opened.items().stream().map(StoredChargeItem::served).toList());
  }
}
