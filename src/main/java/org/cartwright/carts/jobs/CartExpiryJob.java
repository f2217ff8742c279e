package org.cartwright.carts.jobs;

import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round all tenants about once a minute and lets time pass for their carts. */
@Component
class CartExpiryJob {

  private static final Logger LOG = LoggerFactory.getLogger(CartExpiryJob.class);

  private final Tenants tenants;
  private final CartExpiry oldCarts;

  CartExpiryJob(Tenants tenants, CartExpiry oldCarts) {
    this.tenants = tenants;
    this.oldCarts = oldCarts;
  }

  @Scheduled(
      initialDelayString = "${cartwright.round-every:PT20S}",
      fixedDelayString = "${cartwright.round-every:PT1M}")
  void goRound() {
    for (var tenant : tenants.ids()) {
      try {
        CurrentTenant.within(tenant, oldCarts::catchUp);
      } catch (RuntimeException e) {
        LOG.warn("The round through tenant {} failed; the next one tries again", tenant, e);
      }
    }
  }
}
