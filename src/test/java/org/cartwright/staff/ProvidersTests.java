package org.cartwright.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aProvider;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.ProviderBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CartwrightTest
class ProvidersTests {

  @Autowired private Clinics clinics;
  @Autowired private Providers providers;
  @Autowired private Statements statements;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private Clinic clinic;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
  }

  private Answer invite(String email, String first, String last, String... roles) {
    return clinic.api().post("/admin/providers/invite", invitation(email, first, last, roles));
  }

  private static ProviderBody invitation(String email, String first, String last, String... roles) {
    return aProvider(first, last).email(email).roles(roles);
  }

  private List<String> listed(String query) {
    return clinic
        .api()
        .get("/admin/providers/list" + query)
        .ok()
        .json()
        .findValuesAsString("email");
  }

  @Test
  void aProviderIsServedAsInvited() {
    var invited =
        clinic
            .api()
            .post(
                "/admin/providers/invite?send_email=false",
                body()
                    .with("email", "alex@example.com")
                    .with("phone_number", "555")
                    .with("firstName", "Alex")
                    .with("lastName", "Rivera")
                    .with("roles", list("injector", "Admin"))
                    .with("primaryLocationId", "loc1")
                    .with("externalId", "X1"))
            .ok();

    assertThat(invited.at("/id")).startsWith("prov_");
    assertThat(invited.json().size()).isEqualTo(45);
    assertThat(invited.at("/type")).isEqualTo("PROVIDER");
    assertThat(invited.at("/phoneNumber")).isEqualTo("555");
    assertThat(invited.at("/primaryLocationId")).isEqualTo("loc1");
    assertThat(invited.at("/externalId")).isEqualTo("X1");
    assertThat(invited.json().get("roles").findValuesAsString("name"))
        .containsExactly("Admin", "injector");
    assertThat(invited.json().get("roles").findValuesAsString("userType"))
        .containsExactly("ADMIN", "PROVIDER");
    assertThat(invited.number("/calendarGridInterval")).isEqualTo(15);
    assertThat(invited.at("/onboardingStep")).isEqualTo("NOT_STARTED");
    assertThat(clinic.api().get("/admin/providers/" + invited.at("/id")).ok().json())
        .isEqualTo(invited.json());
    var listed = clinic.api().get("/admin/providers/list?include_decoda=false").ok().json().get(0);
    assertThat(listed.size()).isEqualTo(49);
    assertThat(listed.get("firebaseUid").isNull()).isTrue();
    assertThat(listed.get("permissions").toString()).isEqualTo("[]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"email\":\"no\",\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[]} | [body, email] string_pattern_mismatch",
        "{\"email\":\"a@b\",\"firstName\":\"\",\"lastName\":\"B\",\"roles\":[]} | [body, firstName] string_too_short",
        "{\"email\":\"a@b\",\"firstName\":\"A\",\"lastName\":null,\"roles\":[]} | [body, lastName] string_type",
        "{\"email\":\"a@b\",\"firstName\":\"A\",\"lastName\":\"B\"} | [body, roles] missing",
        "{\"email\":\"a@b\",\"firstName\":\"A\",\"lastName\":\"B\",\"roles\":[\"x\",\"\"]} | [body, roles, 1] string_too_short"
      })
  void aWrongInvitationIsRefusedAndNobodyIsAdded(String body, String violation) {
    assertThat(clinic.api().post("/admin/providers/invite", body).violation()).isEqualTo(violation);
    assertThat(listed("")).isEmpty();
  }

  @Test
  void anEmptyExternalIdIsNone() {
    var invited =
        clinic
            .api()
            .post("/admin/providers/invite", invitation("a@b", "A", "B").with("externalId", ""))
            .ok();

    assertThat(invited.json().get("externalId").isNull()).isTrue();
  }

  @Test
  void anAddressBelongsToOneProviderWhateverItsCase() {
    invite("alex@example.com", "Alex", "Rivera").ok();

    var refused = invite("ALEX@example.com", "Other", "Person", "new role").refused(409);

    assertThat(refused.at("/detail")).contains("an address is unique");
    assertThat(listed("")).containsExactly("alex@example.com");
  }

  @Test
  void aRoleIsSharedByAllWhoHaveItWhateverItsCase() {
    var first = invite("a@example.com", "A", "A", "Injector", "injector", "desk").ok();
    var second = invite("b@example.com", "B", "B", "INJECTOR").ok();

    assertThat(first.json().get("roles").findValuesAsString("name"))
        .containsExactly("desk", "Injector");
    assertThat(second.json().get("roles").get(0)).isEqualTo(first.json().get("roles").get(1));
  }

  @Test
  void providersAreListedByNameAndByPrimaryLocation() {
    invite("1@example.com", "Zoe", "adams").ok();
    invite("2@example.com", "Bea", "Baker").ok();
    invite("3@example.com", "Amy", "Adams").ok();
    clinic
        .api()
        .post(
            "/admin/providers/invite",
            body()
                .with("email", "4@example.com")
                .with("firstName", "Y")
                .with("lastName", "Z")
                .with("roles", list())
                .with("primaryLocationId", "loc1"))
        .ok();

    assertThat(listed(""))
        .containsExactly("3@example.com", "1@example.com", "2@example.com", "4@example.com");
    assertThat(listed("?location_id=loc1")).containsExactly("4@example.com");
    assertThat(listed("?location_id=elsewhere")).isEmpty();
    assertThat(clinic.api().get("/admin/providers/list?include_decoda=maybe").violation())
        .isEqualTo("[query, include_decoda] bool_parsing");
  }

  @Test
  void listingTakesTheSameFewStatementsHoweverManyThereAre() {
    for (int i = 0; i < 5; i++) {
      invite(i + "@example.com", "A", "B", "role" + i).ok();
      assertThat(statements.during(() -> listed(""))).isEqualTo(4);
    }
  }

  @Test
  void anotherClinicsProviderIsAMissingProvider() throws Exception {
    var id = invite("alex@example.com", "Alex", "Rivera", "desk").ok().at("/id");
    var other = clinics.open();
    var missing = other.api().get("/admin/providers/nobody").refused(404).text();

    assertThat(missing).isEqualTo("{\"detail\":\"Provider not found\"}");
    assertThat(other.api().get("/admin/providers/" + id).refused(404).text()).isEqualTo(missing);
    other.api().get("/admin/providers/a%20b").refused(404);
    assertThat(other.api().get("/admin/providers/list").ok().text()).isEqualTo("[]");
    other
        .api()
        .post("/admin/providers/invite", invitation("alex@example.com", "Same", "Address", "desk"))
        .ok();
    assertThat(CurrentTenant.call(clinic.id(), () -> providers.exists(id))).isTrue();
    assertThat(CurrentTenant.call(other.id(), () -> providers.exists(id))).isFalse();
    assertThat(CurrentTenant.call(clinic.id(), () -> providers.exists("nobody"))).isFalse();
  }

  @Test
  void providersAreFoundByPartsOfTheirNamesWithinTheirClinic() throws Exception {
    var alex = invite("alex@example.com", "Alex", "Rivera").ok().at("/id");
    var lexi = invite("lexi@example.com", "Lexi", "River 100%").ok().at("/id");
    var other = clinics.open();

    assertThat(found(clinic, "river lex")).containsExactlyInAnyOrder(alex, lexi);
    assertThat(found(clinic, "Rivera, A")).containsExactly(alex);
    assertThat(found(clinic, "100%")).containsExactly(lexi);
    assertThat(found(clinic, "r_ver")).isEmpty();
    assertThat(found(clinic, "")).containsExactlyInAnyOrder(alex, lexi);
    assertThat(found(other, "alex")).isEmpty();
  }

  private List<String> found(Clinic clinic, String term) throws Exception {
    return CurrentTenant.call(
        clinic.id(),
        () ->
            transaction.execute(
                status ->
                    jdbc.sql("select provider_search(?)").param(term).query(String.class).list()));
  }

  @RepeatedTest(5)
  void onlyOneGetsAnAddressAndTwoShareANewRole() throws Exception {
    var same =
        together(
            List.of(
                () -> invite("a@example.com", "A", "A", "x", "y"),
                () -> invite("A@example.com", "B", "B", "y", "x")));
    var different =
        together(
            List.of(
                () -> invite("c@example.com", "C", "C", "p", "q"),
                () -> invite("d@example.com", "D", "D", "Q", "P")));

    assertThat(same).containsExactly(200, 409);
    assertThat(different).containsExactly(200, 200);
    assertThat(
            clinic.api().get("/admin/providers/list").ok().json().findValues("roles").stream()
                .skip(1)
                .map(roles -> roles.findValuesAsString("id"))
                .distinct())
        .hasSize(1);
  }

  private static List<Integer> together(List<Callable<Answer>> requests) throws Exception {
    var barrier = new CyclicBarrier(requests.size());
    try (var threads = Executors.newFixedThreadPool(requests.size())) {
      var answers = new ArrayList<Integer>();
      for (var answer :
          threads.invokeAll(
              requests.stream()
                  .map(
                      request ->
                          (Callable<Answer>)
                              () -> {
                                barrier.await();
                                return request.call();
                              })
                  .toList())) {
        answers.add(answer.get().status());
      }
      answers.sort(null);
      return answers;
    }
  }
}
