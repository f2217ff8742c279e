package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cartwright.testing.bodies.Bodies.body;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cartwright.charges.PaymentDesk;
import org.cartwright.orders.Shop;
import org.cartwright.orders.placing.OrderDesk;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A backup is taken while the service works, restored elsewhere, and everything is there. */
@ExtendWith(OutputCaptureExtension.class)
class BackupJourneyTests {

  private static final List<String> ASKED =
      List.of(
          "/billing/cart?size=50",
          "/billing/cart/list",
          "/billing/quote/list?size=50",
          "/billing/charge/list",
          "/inventory/items/list",
          "/admin/taxes",
          "/orders?per_page=50",
          "/orders/drafts?per_page=50",
          "/orders/coupons",
          "/webhooks/events");

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedBeforeItIsThereAfterIt(CapturedOutput said) throws Exception {
    var source = TestDatabase.createMigrated();
    var target = TestDatabase.createDatabase();
    var file = directory.resolve("cartwright.backup");
    var answers = new LinkedHashMap<String, String>();
    var acknowledged = new ArrayList<String>();
    Clinic quiet;
    Clinic busy;

    haveHadMoreTransactions(source);
    try (var service = serving(source)) {
      var clinics = new Clinics(service);
      quiet = doSomethingOfEverything(clinics);
      busy = clinics.open();
      answers.putAll(answers(quiet.api()));
      var desk = PaymentDesk.of(busy);
      for (int i = 0; i < 20; i++) {
        acknowledged.add(desk.cart(100 + i));
      }
      var isOver = new AtomicBoolean();
      var someWritten = new CountDownLatch(10);
      var meanwhile = Collections.synchronizedList(new ArrayList<String>());
      try (var writers = Executors.newFixedThreadPool(2)) {
        for (int i = 0; i < 2; i++) {
          writers.execute(
              () -> {
                while (!isOver.get()) {
                  meanwhile.add(desk.charge(1_000));
                  someWritten.countDown();
                }
              });
        }
        try {
          assertThat(someWritten.await(60, TimeUnit.SECONDS)).isTrue();
          command(source, "--backup", file.toString());
        } finally {
          isOver.set(true);
        }
      }
      assertThat(meanwhile).hasSizeGreaterThan(10);
    }

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    command(target, "--restore=" + file);
    try (var service = serving(target)) {
      var elsewhere = new Clinics(service).nobody();
      assertThat(answers(as(quiet, elsewhere))).isEqualTo(answers);
      for (var cart : acknowledged) {
        as(busy, elsewhere).get("/billing/cart/" + cart).ok();
      }
      var report = new Clinics(service).operator().get("/platform/health-report").ok();
      assertThat(report.at("/healthy")).as(report.text()).isEqualTo("true");
      assertThat(report.text()).contains("\"0 of 1\"");
      assertThat(looked(report)).containsExactlyInAnyOrder(quiet.id(), busy.id());
      // It goes on from there: numbers, keys of rows and policies are as they were.
      var again = OrderDesk.at(new Shop(on(quiet, elsewhere), marketOf(quiet, elsewhere)));
      var item = again.shop().item("Mug", 500);
      assertThat(again.place(again.draft(again.order(item, 1))).ok().at("/number"))
          .endsWith("000002");
      assertThat(
              feedAfter(
                  Objects.requireNonNull(answers.get("/webhooks/events")), as(quiet, elsewhere)))
          .contains("\"ORDER_PLACED\"");
    }
    assertThat(schema(target))
        .contains("FOREIGN KEY", "quote_acceptance_stays O")
        .isEqualTo(schema(source));
    assertThatThrownBy(() -> command(target, "--verify", file.toString()))
        .rootCause()
        .hasMessage("The database is not empty; let the settings name an empty one.");
    assertThat(said)
        .contains("The database is not empty; let the settings name an empty one.")
        .doesNotContain("\tat org.cartwright");
    command(TestDatabase.createDatabase(), "--verify", file.toString());
    assertThat(said).contains("The backup is whole: 2 clinics.");
  }

  private static void haveHadMoreTransactions(TestDatabase database) {
    database.executeAsSuperuser(
        "do $$ begin for n in 1..20000 loop perform pg_current_xact_id(); commit; end loop; end $$");
  }

  /** What the feed gives to whoever has read a page of it. */
  private static String feedAfter(String page, Api api) {
    var last = JsonMapper.shared().readTree(page).get("next").asString();
    return api.get("/webhooks/events?after=" + last).ok().text();
  }

  /** The clinics that a report has done with. */
  private static List<String> looked(Answer report) {
    var looked = new ArrayList<String>();
    for (var progress : report.json().get("progress")) {
      if (progress.get("done").intValue() > looked.size()) {
        looked.add(progress.get("tenant").asString());
      }
    }
    assertThat(looked).hasSize(report.json().at("/progress/0/of").intValue());
    return looked;
  }

  private static Clinic doSomethingOfEverything(Clinics clinics) {
    var desk = OrderDesk.at(Shop.open(clinics));
    var clinic = desk.shop().clinic();
    var shirt = desk.shop().item("Shirt", 45_000);
    desk.stock(shirt, "DENY", 40);
    desk.coupon("EID", body());
    desk.place(desk.draft(desk.order(shirt, 3).and(body().with("couponCode", "EID")))).ok();
    desk.draft(desk.order(shirt, 2));
    var payments = PaymentDesk.of(clinic);
    payments.credit(5_000);
    var charge = payments.charge(9_999);
    payments.payWithCredit(charge, 700).ok();
    payments.refund(payments.pay(charge, 1_500).ok().at("/id"), 400).ok();
    var quotes = QuoteDesk.of(clinic);
    quotes.answer(quotes.send(quotes.quote(1_299)), "accept").ok();
    return clinic;
  }

  private static Map<String, String> answers(Api api) {
    var answers = new LinkedHashMap<String, String>();
    for (var asked : ASKED) {
      answers.put(asked, api.get(asked).ok().text());
    }
    return answers;
  }

  private static Api as(Clinic clinic, Api elsewhere) {
    return elsewhere.with("TENANT", clinic.id()).with("API-KEY", clinic.key());
  }

  private static Clinic on(Clinic clinic, Api elsewhere) {
    return new Clinic(clinic.id(), as(clinic, elsewhere));
  }

  private static String marketOf(Clinic clinic, Api elsewhere) {
    return as(clinic, elsewhere).get("/orders/drafts").ok().at("/data/0/market/id");
  }

  private static ConfigurableApplicationContext serving(TestDatabase database) {
    return SpringApplication.run(
        Cartwright.class,
        arguments(
            database,
            "--server.port=0",
            "--cartwright.admin-key=the-operator",
            "--cartwright.inbox=true",
            "--cartwright.limits.drain=0",
            "--cartwright.round-every=P1D"));
  }

  /** Does a command, which sends none of the messages it comes across. */
  private static void command(TestDatabase database, String... command) {
    try (var context = Cartwright.command(Commands.spelled(arguments(database, command)))) {
      assertThat(List.of("taskScheduler", "jobScheduler")).noneMatch(context::containsBean);
    }
  }

  private static String[] arguments(TestDatabase database, String... more) {
    var arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.datasource.url=" + database.jdbcUrl());
    arguments.add("--spring.datasource.username=" + TestDatabase.APP);
    arguments.add("--spring.datasource.password=" + database.appPassword());
    arguments.add("--spring.flyway.url=" + database.jdbcUrl());
    arguments.add("--spring.flyway.user=" + TestDatabase.OWNER);
    arguments.add("--spring.flyway.password=" + database.ownerPassword());
    return arguments.toArray(String[]::new);
  }

  /** The guards of all tables. */
  private static String schema(TestDatabase database) throws SQLException {
    return only(
        database,
        """
        select string_agg(it, E'\\n' order by it)
          from (select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) as it
                  from pg_constraint where connamespace = 'public'::regnamespace
                 union all
                select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
                 union all
                select concat_ws(' ', tablename, policyname, cmd, roles, qual, with_check) from pg_policies
                 union all
                select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) from pg_class
                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace) all_of_them
        """);
  }

  private static String only(TestDatabase database, String sql) throws SQLException {
    try (var superuser = database.superuser();
        var statement = superuser.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
