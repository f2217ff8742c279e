package org.cartwright.tenancy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;

import java.util.List;
import java.util.UUID;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CartwrightTest
class AuthenticationTests {

  @Autowired private Clinics clinics;

  @Test
  void aLiveKeyOfTheTenantIsLetIn() {
    var clinic = clinics.open();

    assertThat(clinic.api().get("/tenant/public").ok().at("/subDomain")).isEqualTo(clinic.id());
  }

  @Test
  void whateverIsWrongWithTenantOrKeyIsRefusedInTheSameBytes() {
    var clinic = clinics.open();
    var other = clinics.open();
    var key = clinics.operator().post("/platform/tenants/" + clinic.id() + "/keys", "").ok();
    clinics
        .operator()
        .delete("/platform/tenants/%s/keys/%s".formatted(clinic.id(), key.at("/keyId")))
        .ok();
    var apiKey = key.at("/apiKey");

    var refusals =
        List.of(
                clinics.nobody(),
                clinic.api().without("TENANT"),
                clinic.api().without("API-KEY"),
                clinic.api().with("TENANT", "nobody"),
                clinic.api().with("TENANT", other.id()),
                clinic.api().with("API-KEY", "wrong"),
                clinic.api().with("API-KEY", "wr-ong"),
                clinic.api().with("API-KEY", "-"),
                clinic.api().with("API-KEY", apiKey),
                clinic.api().with("API-KEY", apiKey.substring(0, apiKey.indexOf('-')) + "-x"))
            .stream()
            .map(api -> api.get("/tenant/public").refused(401))
            .toList();

    assertThat(refusals.stream().map(Answer::text).distinct()).hasSize(1);
  }

  @Test
  void aRevokedKeyIsRefusedAtOnceAndOtherKeysStayGood() {
    var clinic = clinics.open();
    var second = clinics.operator().post("/platform/tenants/" + clinic.id() + "/keys", "").ok();
    var asSecond = clinic.api().with("API-KEY", second.at("/apiKey"));
    asSecond.get("/tenant/public").ok();

    clinics
        .operator()
        .delete("/platform/tenants/%s/keys/%s".formatted(clinic.id(), second.at("/keyId")))
        .ok();

    asSecond.get("/tenant/public").refused(401);
    clinic.api().get("/tenant/public").ok();
  }

  @Test
  void thePlatformApiWantsTheOperatorsKey() {
    clinics.nobody().get("/platform/tenants").refused(401);
    clinics.nobody().with("ADMIN-KEY", "guess").get("/platform/tenants").refused(401);
    clinics.operator().get("/platform/tenants").ok();
  }

  @Test
  void aTenantIdIsTakenOnce() {
    var clinic = clinics.open();
    var again = body().with("tenant", clinic.id()).with("name", "Another");

    assertThat(clinics.operator().post("/platform/tenants", again).refused(409).at("/detail"))
        .isEqualTo(
            "A clinic with this id already exists; choose another. If it is this one and its first key was never seen, "
                + "POST /platform/tenants/{tenant}/keys issues another.");

    clinic.api().get("/tenant/public").ok();
  }

  @Test
  void aTenantNeedsANameAndAZoneThatExists() {
    assertThat(
            clinics
                .operator()
                .post("/platform/tenants", body().with("tenant", "Not Good").with("time_zone", 3))
                .violations())
        .containsExactly(
            "[body, tenant] string_pattern_mismatch",
            "[body, name] missing",
            "[body, time_zone] string_type");
  }

  @Test
  void whateverIsWrongWithATenantsFieldsIsToldAtOnce() {
    assertThat(
            clinics
                .operator()
                .post(
                    "/platform/tenants",
                    body()
                        .with("tenant", "Not Good")
                        .with("name", "")
                        .with("timeZone", "Moon/Crater")
                        .with("currency", "XYZW")
                        .with("locale", "!"))
                .violations())
        .containsExactly(
            "[body, tenant] string_pattern_mismatch",
            "[body, name] string_too_short",
            "[body, timeZone] value_error",
            "[body, currency] value_error",
            "[body, locale] value_error");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/North", "Z", "+05:30", "UTC+05:30", "GMT+2", "SystemV/EST5"})
  void aClinicsTimeZoneIsOneThatEverybodyKnows(String timeZone) {
    assertThat(
            clinics
                .operator()
                .post(
                    "/platform/tenants",
                    body().with("tenant", "x").with("name", "X").with("timeZone", timeZone))
                .violation())
        .isEqualTo("[body, timeZone] value_error");
  }

  @Test
  void aClinicIsNotThereWithoutItsFirstKey() {
    var id = "whole-" + UUID.randomUUID().toString().substring(0, 8);
    var wanted = body().with("tenant", id).with("name", "Whole Clinic");
    TestDatabase.shared()
        .full(
            "api_key",
            id,
            () ->
                assertThat(clinics.operator().post("/platform/tenants", wanted).status())
                    .isGreaterThanOrEqualTo(500));

    var key = clinics.operator().post("/platform/tenants", wanted).ok().at("/key/apiKey");
    clinics.nobody().with("TENANT", id).with("API-KEY", key).get("/webhooks").ok();
  }
}
