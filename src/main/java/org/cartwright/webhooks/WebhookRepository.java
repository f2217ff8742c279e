package org.cartwright.webhooks;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface WebhookRepository extends Repository<Webhook, String> {

  @Query("select w from Webhook w where w.id = :id")
  Optional<Webhook> find(String id);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select w from Webhook w where w.id = :id")
  Optional<Webhook> lock(String id);

  @Query("select w from Webhook w order by w.createdDate, w.id")
  List<Webhook> all();

  @Query("select w from Webhook w where w.archivedDate is null order by w.createdDate, w.id")
  List<Webhook> live();

  @Query("select count(w) from Webhook w where w.archivedDate is null")
  long countLive();

  @Query(
      value = "select 1 from pg_advisory_xact_lock(hashtext('webhook'), hashtext(:tenant)) as held",
      nativeQuery = true)
  int hold(String tenant);

  /** Gives up whatever is still to be sent to it; what is on its way may arrive all the same. */
  @Modifying
  @Query(
      value =
          "update webhook_delivery set status = 'FAILED', due_date = null, last_error = :why"
              + " where tenant_id = :tenant and webhook_id = :id and status = 'PENDING'",
      nativeQuery = true)
  int giveUp(String tenant, String id, String why);
}
