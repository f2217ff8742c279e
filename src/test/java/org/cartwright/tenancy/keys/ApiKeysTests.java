package org.cartwright.tenancy.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartwright.platform.transactions.JointTransactions;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class ApiKeysTests {

  private static final int REVOCATIONS = Cases.of(10, 40);
  private static final int ASKERS = 8;

  @Autowired private Clinics clinics;
  @Autowired private ApiKeys keys;
  @Autowired private Statements statements;
  @Autowired private JointTransactions transactions;

  /** Under load, as it was found: those who ask all the while put what they read aside. */
  @Test
  void onceARevocationIsAnsweredTheKeyIsRefusedWhoeverAskedMeanwhile() throws Exception {
    var clinic = clinics.open();
    var path = "/platform/tenants/" + clinic.id() + "/keys";
    int taken = 0;
    for (int n = 0; n < REVOCATIONS; n++) {
      var key = clinics.operator().post(path, "").ok();
      var withIt = clinic.api().with("API-KEY", key.at("/apiKey"));
      taken += takenAfter(() -> clinics.operator().delete(path + "/" + key.at("/keyId")), withIt);
    }

    assertThat(taken).as("times a key was taken after its revocation was answered").isZero();
  }

  private static int takenAfter(Callable<Answer> revocation, Api withIt) throws Exception {
    var go = new AtomicBoolean(true);
    int taken = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var askers = new ArrayList<Future<?>>();
      for (int n = 0; n < ASKERS; n++) {
        askers.add(
            threads.submit(
                () -> {
                  while (go.get()) {
                    withIt.get("/tenant/public");
                  }
                }));
      }
      try {
        revocation.call().ok();
        taken += withIt.get("/tenant/public").status() == 200 ? 1 : 0;
      } finally {
        go.set(false);
      }
      for (var asker : askers) {
        asker.get();
      }
    }
    return taken + (withIt.get("/tenant/public").status() == 200 ? 1 : 0);
  }

  @Test
  void aKeyRevokedAsAPartOfAWholeIsRefusedOnceTheWholeHasComeTrue() {
    var clinic = clinics.open();
    var key = clinics.operator().post("/platform/tenants/" + clinic.id() + "/keys", "").ok();
    Callable<Boolean> isTaken = () -> keys.holder(clinic.id(), key.at("/apiKey")).isPresent();

    CurrentTenant.within(
        clinic.id(),
        () -> {
          try (var whole = transactions.begin()) {
            keys.revoke(key.at("/keyId"));
            assertThat(AtOnce.all(List.of(isTaken))).containsExactly(true);
            whole.commit();
          }
        });

    assertThat(AtOnce.all(List.of(isTaken))).containsExactly(false);
  }

  @Test
  void aWrongKeyIsLookedUpOnce() {
    var clinic = clinics.open();
    var id = clinic.key().substring(0, clinic.key().indexOf('-'));
    for (var wrong : List.of("nothing-known", id + "-guessed", "nothing-else", "noteven")) {
      ask(clinic, wrong);

      assertThat(statements.during(() -> ask(clinic, wrong))).as(wrong).isZero();
    }
    assertThat(
            statements.during(
                () -> clinics.nobody().with("TENANT", "No One").with("API-KEY", "a-b").get("/x")))
        .isZero();
  }

  private static void ask(Clinic clinic, String key) {
    clinic.api().with("API-KEY", key).get("/tenant/public").refused(401);
  }

  @Test
  void aNewKeyIsGoodAtOnceWhateverWasBelievedOfIt() {
    var clinic = clinics.open();
    var withIt = clinic.api().with("API-KEY", "known-secret");
    withIt.get("/tenant/public").refused(401);

    CurrentTenant.within(clinic.id(), () -> keys.issue("known", "secret"));

    withIt.get("/tenant/public").ok();
    clinic.api().with("API-KEY", "known-other").get("/tenant/public").refused(401);
  }

  @Test
  void whoTriesNamesWithoutEndDrivesOutNoKeyThatIsInUse() {
    var known = new ApiKeyCache(ApiKeys.BELIEVED_FOR);
    var good = new ApiKeyCache.Name("glow", "good");
    known.hash(good, () -> Optional.of(new byte[] {1}));
    for (int n = 0; n < 50_000; n++) {
      known.hash(new ApiKeyCache.Name("glow", "no" + n), Optional::empty);
    }

    assertThat(
            known.hash(
                good,
                () -> {
                  throw new AssertionError("asked again");
                }))
        .isPresent();
  }

  @Test
  void whatIsReadWhileAKeyChangesIsNotBelieved() {
    var known = new ApiKeyCache(ApiKeys.BELIEVED_FOR);
    var name = new ApiKeyCache.Name("glow", "key");

    known.hash(
        name,
        () -> {
          known.forget(name); // committed and forgotten while this one still sees it as it was
          return Optional.of(new byte[] {1});
        });

    assertThat(known.hash(name, Optional::empty)).isEmpty();
  }
}
