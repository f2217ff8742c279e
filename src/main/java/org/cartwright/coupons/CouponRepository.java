package org.cartwright.coupons;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponRepository extends Repository<Coupon, String> {

  /** A coupon that was not deleted. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Coupon c where c.id = :id and c.archivedDate is null")
  Optional<Coupon> lock(String id);

  /** The same by its code, in upper case. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Coupon c where upper(c.code) = :code and c.archivedDate is null")
  Optional<Coupon> lockByCode(String code);

  /** A coupon of which a use is given back: it may be deleted by now. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from Coupon c where c.id = :id")
  Optional<Coupon> lockEvenDeleted(String id);
}
