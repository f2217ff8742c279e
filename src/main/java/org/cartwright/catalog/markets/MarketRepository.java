package org.cartwright.catalog.markets;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MarketRepository extends Repository<Market, String> {

  /**
   * A market that is not archived, since an archived one cannot be changed any more, and the
   * default, which it may follow; in the order of ids, as who only holds markets locks them.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query(
      "select m from Market m where (m.id = :id and not m.isArchived) or m.isDefault order by m.id")
  List<Market> lockWithDefault(String id);

  /** The default market, if there is any market. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select m from Market m where m.isDefault")
  Optional<Market> lockDefault();

  @Query("select count(m) > 0 from Market m where not m.isArchived and m.id <> :id")
  boolean hasOthers(String id);
}
