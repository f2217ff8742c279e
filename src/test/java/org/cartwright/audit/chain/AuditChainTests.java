package org.cartwright.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

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

  private Clinic clinic;

  @BeforeEach
  void aClinicWithSomeRows() {
    clinic = clinics.open();
    var patient = clinic.patient();
    for (int i = 0; i < 8; i++) {
      clinic.api().get("/user/patient/" + patient).ok();
    }
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
        .sql("select entry_id from audit_seal where tenant_id = ? and number = ?")
        .params(clinic.id(), number)
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
            "delete from audit_seal where tenant_id = {clinic} and number = 5", "SEAL_MISSING"),
        Arguments.of(
            "update audit_seal set hash = sha256('x') where tenant_id = {clinic} and number = 5",
            "SEAL_CHANGED"),
        Arguments.of(
            "update audit_seal set previous = sha256('x') where tenant_id = {clinic} and number = 5",
            "SEAL_CHANGED"));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void whatWasForgedIsFound(String forgery, String kind) {
    forge(forgery.replace("{row}", "'" + row(5) + "'"));

    var report = verified();

    assertThat(kinds(report)).contains(kind);
    assertThat(report.number("/broken")).isPositive();
    assertThat(report.at("/found")).startsWith(report.number("/broken") + " of ");
  }

  @Test
  void rowsThatChangedPlacesAreFound() {
    var fourth = row(4);
    var fifth = row(5);
    forge(
        """
        update audit_seal set entry_id = 'between' where tenant_id = {clinic} and number = 4;
        update audit_seal set entry_id = '%1$s',
               moment = (select moment from audit_entry where tenant_id = {clinic} and id = '%1$s')
         where tenant_id = {clinic} and number = 5;
        update audit_seal set entry_id = '%2$s',
               moment = (select moment from audit_entry where tenant_id = {clinic} and id = '%2$s')
         where tenant_id = {clinic} and number = 4
        """
            .formatted(fourth, fifth));

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
