package org.cartwright.orders.reading;

import org.cartwright.carts.api.CartStatus;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.platform.Ids;
import org.cartwright.platform.errors.Missing;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Drafts as they are served. */
@Repository
public class DraftQueries {

  private final DraftReader reader;

  DraftQueries(DraftReader reader) {
    this.reader = reader;
  }

  /**
   * One draft.
   *
   * @throws Missing if there is none with this id, or it was placed
   */
  @Transactional(readOnly = true)
  public DraftDetail get(String id) {
    if (!Ids.isPossible(id)) {
      throw Missing.a("Draft");
    }
    return reader
        .read(id)
        .filter(draft -> draft.status() != CartStatus.CONVERTED)
        .orElseThrow(() -> Missing.a("Draft"));
  }
}
