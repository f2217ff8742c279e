package org.cartwright.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.TestClock;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever changes the record behind the service's back is found out. */
@CartwrightTest
class AuditChainTests {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  @Autowired private Clinics clinics;
  @Autowired private AuditSealing sealing;
  @Autowired private TestClock clock;

  private Clinic clinic;

  @BeforeEach
  void aClinicWithSomeRows() {
    clock.stoppedAt(
        Instant.now().truncatedTo(ChronoUnit.MINUTES),
        () -> {
          clinic = clinics.open();
          var patient = clinic.patient();
          for (int i = 0; i < 8; i++) {
            clock.pass(Duration.ofMillis(1));
            clinic.api().get("/user/patient/" + patient).ok();
          }
        });
    seal();
  }

  private void seal() {
    CurrentTenant.within(
        clinic.id(),
        () -> {
          while (sealing.sealsSome()) {
            assertThat(clinic.id()).isNotEmpty();
          }
        });
  }

  private Answer verified() {
    return clinic.api().get("/audit/verify").ok();
  }

  private static List<String> kinds(Answer report) {
    var kinds = new ArrayList<String>();
    report.json().get("breaks").forEach(one -> kinds.add(one.get("kind").asString()));
    return kinds;
  }

  private void forge(String sql) {
    TestDatabase.shared().executeAsSuperuser(sql.replace("{clinic}", "'" + clinic.id() + "'"));
  }

  private String row(int number) {
    return OWNER
        .sql(
            "select entry_ids[?::int - number + cardinality(entry_ids)] from audit_seal_strip where tenant_id = ? and ? between number - cardinality(entry_ids) + 1 and number")
        .params(number, clinic.id(), number)
        .query(String.class)
        .single();
  }

  @Test
  void nothingIsWrongWithWhatNobodyTouched() {
    var report = verified();

    assertThat(report.at("/found")).isEqualTo("0 of 10 rows");
    assertThat(report.number("/broken")).isZero();
    assertThat(report.number("/seals")).isEqualTo(10);
    assertThat(report.number("/notYetSealed")).isZero();
    assertThat(report.at("/newestSeal")).matches("[0-9a-f]{64}");

    var again = verified();
    assertThat(again.at("/found")).isEqualTo("0 of 11 rows");
    assertThat(again.number("/notYetSealed")).isEqualTo(1);
    seal();
    assertThat(verified().number("/seals")).isEqualTo(12);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        Arguments.of(
            "update audit_entry set key_id = 'somebody-else' where tenant_id = {clinic} and id = {row}",
            "ROW_CHANGED"),
        Arguments.of(
            "update audit_entry set object_ids = '{other}' where tenant_id = {clinic} and id = {row}",
            "ROW_CHANGED"),
        Arguments.of(
            "update audit_entry set times = 2 where tenant_id = {clinic} and id = {row}",
            "ROW_CHANGED"),
        Arguments.of(
            "delete from audit_entry where tenant_id = {clinic} and id = {row}", "ROW_MISSING"),
        Arguments.of(
            "update audit_entry set moment = moment - interval '1 second' where tenant_id = {clinic} and id = {row}",
            "ROW_MISSING"),
        Arguments.of(
            "insert into audit_entry (tenant_id, moment, id, action, outcome, kinds, object_ids, fields, times)"
                + " values ({clinic}, now(), 'aud_forged', 'nothing', 'DONE', '{}', '{}', '{}', 1)",
            "ROW_ADDED"),
        Arguments.of(
            "delete from audit_seal_strip where tenant_id = {clinic} and number = 10",
            "SEAL_MISSING"),
        Arguments.of(
            "update audit_seal_strip set hashes[5] = sha256('x') where tenant_id = {clinic} and number = 10",
            "ROW_CHANGED"),
        Arguments.of(
            "update audit_seal_strip set hashes[10] = sha256('x') where tenant_id = {clinic} and number = 10",
            "SEAL_CHANGED"),
        Arguments.of(
            "update audit_seal_strip set previous = sha256('x') where tenant_id = {clinic} and number = 10",
            "SEAL_CHANGED"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void whatWasForgedIsFound(String forgery, String kind) {
    clinic.api().get("/billing/cart").ok();
    seal();
    forge(forgery.replace("{row}", "'" + row(5) + "'"));

    var report = verified();

    assertThat(kinds(report)).contains(kind);
    assertThat(report.number("/broken")).isPositive();
    assertThat(report.at("/found")).startsWith(report.number("/broken") + " of ");
  }

  @Test
  void rowsThatChangedPlacesAreFound() {
    forge(
        """
        update audit_seal_strip
           set entry_ids = entry_ids[:3] || array[entry_ids[5], entry_ids[4]] || entry_ids[6:],
               moments = moments[:3] || array[moments[5], moments[4]] || moments[6:]
         where tenant_id = {clinic} and number = 10
        """);

    assertThat(kinds(verified())).containsExactly("ROW_CHANGED", "ROW_CHANGED");
  }

  @Test
  void aRowThatIsGoneBeforeItWasSealedIsFound() {
    clinic.api().get("/billing/cart").ok();
    forge(
        "delete from audit_entry where tenant_id = {clinic} and action = 'get_carts_billing_cart_get'");

    assertThat(kinds(verified())).containsExactly("ROW_MISSING");
  }

  @Test
  void rowsOfManyMinutesAndManyOfOneAreSealedOneByOne() {
    var patient = clinic.patient();
    clock.stoppedAt(
        Instant.now().truncatedTo(ChronoUnit.MINUTES),
        () -> {
          for (int i = 0; i < 60; i++) {
            clock.pass(i < 30 ? Duration.ofMillis(1) : Duration.ofSeconds(20));
            clinic.api().get("/user/patient/" + patient).ok();
          }
        });
    seal();

    var report = verified();

    assertThat(report.at("/found")).isEqualTo("0 of 71 rows");
    assertThat(report.number("/seals")).isEqualTo(71);
    forge(
        "update audit_entry set times = 2 where tenant_id = {clinic} and id = '%s'"
            .formatted(row(40)));
    assertThat(kinds(verified())).containsExactly("ROW_CHANGED");
  }

  @Test
  void manyWhoSealAtOnceMakeOneChain() {
    var patient = clinic.patient();

    AtOnce.all(
        Collections.nCopies(
            8,
            () -> {
              for (int n = 0; n < 5; n++) {
                clinic.api().get("/user/patient/" + patient).ok();
                seal();
              }
              return true;
            }));
    seal();

    var report = verified();
    assertThat(report.at("/found")).isEqualTo("0 of 51 rows");
    assertThat(report.number("/seals")).isEqualTo(51);
  }

  @Test
  void aRowOfAMonthThatIsKeptNoLongerIsNotMissed() {
    forge(
        """
        insert into audit_entry (tenant_id, moment, id, action, outcome, kinds, object_ids, fields, times)
        values ({clinic}, '2015-03-05Z', 'aud_old', 'old', 'DONE', '{}', '{}', '{}', 1);
        insert into audit_unsealed (tenant_id, moment, id) values ({clinic}, '2015-03-05Z', 'aud_old')
        """);
    seal();
    assertThat(verified().number("/broken")).isZero();

    forge("delete from audit_entry where tenant_id = {clinic} and id = 'aud_old'");

    var report = verified();
    assertThat(report.number("/broken")).isZero();
    assertThat(report.number("/keptNoLonger")).isEqualTo(1);
  }
}
