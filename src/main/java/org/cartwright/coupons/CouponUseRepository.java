package org.cartwright.coupons;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CouponUseRepository extends Repository<CouponUse, String> {

  @Query("select u from CouponUse u where u.id = :id")
  Optional<CouponUse> find(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select u from CouponUse u where u.id = :id and u.givenBackDate is null")
  Optional<CouponUse> lock(String id);

  @Query(
      "select count(u) from CouponUse u where u.couponId = :couponId and u.customerId = :customerId"
          + " and u.givenBackDate is null")
  long countOf(String couponId, String customerId);
}
