package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is known of clinics without asking again. */
@CartwrightTest
class TenantsTests {

  @Autowired private Tenants tenants;
  @Autowired private Clinics clinics;
  @Autowired private PlatformTransactionManager transactions;

  @Test
  void whatAClinicSaysOfItselfIsToldOnceThatIsCommitted() {
    var clinic = clinics.open();
    var before = "Clinic " + clinic.id();
    CurrentTenant.within(
        clinic.id(),
        () -> {
          new TransactionTemplate(transactions)
              .executeWithoutResult(
                  status -> {
                    assertThat(tenants.current().name()).isEqualTo(before);
                    tenants.present(called("Glow"));
                    assertThat(nameToOthers(clinic.id())).isEqualTo(before);
                    status.setRollbackOnly();
                  });
          assertThat(tenants.current().name()).isEqualTo(before);
          tenants.present(called("Shine"));
          assertThat(tenants.current().name()).isEqualTo("Shine");
        });
  }

  @Test
  void whatAClinicTakesBackIsBelievedByNobodyWhoeverReadItMeanwhile() {
    var clinic = clinics.open();
    CurrentTenant.within(
        clinic.id(),
        () -> {
          new TransactionTemplate(transactions)
              .executeWithoutResult(
                  status -> {
                    tenants.present(called("Glow"));
                    assertThat(tenants.current().name()).isEqualTo("Glow");
                    status.setRollbackOnly();
                  });
          assertThat(tenants.current().name()).isEqualTo("Clinic " + clinic.id());
        });
  }

  private static TenantProfile called(String name) {
    return new TenantProfile(name, "+1 (555) 010-0100", "", null, "", 30);
  }

  private String nameToOthers(String clinic) {
    try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
      return CompletableFuture.supplyAsync(
              () -> {
                return CurrentTenant.call(clinic, () -> tenants.current().name());
              },
              other)
          .join();
    }
  }
}
