package org.cartwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cartwright.bench.Desk.Stock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./mvnw -Pbench verify}; see {@link Settings}. */
@Tag("bench")
class BenchmarkTests {

  private static final String TENANT = "bench";
  private static final Duration LONG = Duration.ofHours(1);

  private final Settings settings = Settings.fromSystem();
  private final Report report = new Report();
  private final List<Measured> measured = new ArrayList<>();
  private final List<String[]> facts = new ArrayList<>();
  private List<Screens.Taken> screens = List.of();
  private String key = "";

  @Test
  @Timeout(value = 6, unit = TimeUnit.HOURS)
  void theServiceBesideThePlainSqlOfTheSame() throws Exception {
    key = clinic();
    // Before the start that is measured, so that its first requests are its first.
    var stock = stock();
    try (var service = ServiceProcess.start(settings, Map.of());
        var desk = new Desk(service.address(), TENANT, key)) {
      var database = Database.in(settings.data());
      fact("start", Report.number(service.startTime().toMillis() / 1000.0) + " s");
      fact("resident after the start", Processes.residentMegabytes(service.pid()) + " MB");
      var cold = settings.cold() > 0 ? cold(desk, stock) : List.<Double>of();
      for (int clients : settings.clients()) {
        for (var subject : subjects(service, database, stock)) {
          if (settings.wants(subject.name())) {
            measured.add(measure(subject, clients, service, database));
          }
        }
      }
      if (settings.wants("list")) {
        list(desk);
      }
      if (settings.wants("screens")) {
        System.out.println("screens …");
        try (var console = Screens.signedIn(service.address(), TENANT, desk)) {
          screens = console.look(desk);
        }
      }
      if (settings.delayMillis() > 0) {
        delayed(database, stock);
      }
      write(cold);
    }
    assertThat(settings.only().contains("list") || !measured.isEmpty() || !screens.isEmpty())
        .isTrue();
    assertThat(measured)
        .allSatisfy(
            one -> {
              assertThat(one.service().count()).as(one.operation()).isPositive();
              assertThat(one.service().errors()).as(one.operation()).isZero();
              assertThat(one.limit() == null || one.limit().errors() == 0)
                  .as(one.operation())
                  .isTrue();
            });
  }

  /**
   * Answers the key of the generated clinic, which is made if it is not there from a run before.
   */
  private String clinic() throws Exception {
    var kept = settings.data().resolveSibling("key-" + settings.carts());
    if (!Files.exists(kept) || !Files.exists(settings.data().resolve("server"))) {
      System.out.printf("Generating a clinic with %,d carts …%n", settings.carts());
      long begin = System.nanoTime();
      var said =
          ServiceProcess.run(
              settings, "--generate-clinic=" + TENANT, "--carts=" + settings.carts());
      var found = Pattern.compile("API-KEY: (\\S+)").matcher(said);
      assertThat(found.find()).as(said).isTrue();
      Files.writeString(kept, found.group(1));
      fact("generating the clinic", (System.nanoTime() - begin) / 1_000_000_000 + " s");
    }
    return Files.readString(kept);
  }

  /** What the newest carts are about; the first start of all furnishes the demo clinic, too. */
  private Stock stock() throws Exception {
    try (var service = ServiceProcess.start(settings, Map.of());
        var desk = new Desk(service.address(), TENANT, key)) {
      var stock = stock(desk);
      desk.openMarket(stock);
      return stock;
    }
  }

  private static Stock stock(Desk desk) throws Exception {
    var carts = new ArrayList<String>();
    var patients = new ArrayList<String>();
    var words = new ArrayList<String>();
    for (int page = 1; page <= 5; page++) {
      for (var cart : desk.json("GET", "/billing/cart?size=100&page=" + page, "").get("data")) {
        carts.add(cart.get("id").asString());
        patients.add(cart.at("/patient/id").asString());
        words.add(cart.at("/patient/phoneNumber").asString().replaceAll("\\D", ""));
        words.add(cart.at("/patient/lastName").asString());
      }
    }
    var items = new ArrayList<String>();
    for (var item : desk.json("GET", "/inventory/items/list?per_page=100&page=1", "").get("data")) {
      items.add(item.get("id").asString());
    }
    return new Stock(patients, items, carts, words);
  }

  private List<Double> cold(Desk desk, Stock stock) throws Exception {
    var millis = new ArrayList<Double>();
    var change = desk.changeLine(stock);
    var read = desk.read(stock);
    for (int i = 0; i < settings.cold(); i++) {
      long begin = System.nanoTime();
      (i % 2 == 0 ? read : change).once();
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    var sorted = millis.stream().sorted().toList();
    fact(
        "the first %,d requests after the start".formatted(settings.cold()),
        "p50 %s ms, p99 %s ms"
            .formatted(
                Report.number(sorted.get(sorted.size() / 2)),
                Report.number(sorted.get(sorted.size() * 99 / 100))));
    return millis;
  }

  /** An operation of the service, and the limit if there is one. */
  private record Subject(
      String name,
      Operation.Maker service,
      Operation.Maker limit,
      boolean hasLimit,
      long atMostEach) {}

  private List<Subject> subjects(ServiceProcess service, Database database, Stock stock)
      throws Exception {
    var forService = new ConcurrentLinkedQueue<String>();
    var forLimit = new ConcurrentLinkedQueue<String>();
    return List.of(
        subject(
            "read",
            n -> with(service, desk -> desk.read(stock)),
            n -> sql(database).read(stock.carts())),
        subject(
            "change a line",
            n -> with(service, desk -> desk.changeLine(stock)),
            n -> changeInSql(service, database, stock)),
        new Subject(
            "change a draft",
            n -> with(service, desk -> desk.changeDraftLine(stock)),
            n -> () -> {},
            false,
            Long.MAX_VALUE),
        subject(
            "create, 3 lines",
            n -> with(service, desk -> desk.create(stock)),
            n -> sql(database).create(cartOf(service, stock))),
        subject("page of 20", n -> with(service, Desk::page), n -> sql(database).page()),
        new Subject(
            "search",
            n -> with(service, desk -> desk.search(stock)),
            n -> () -> {},
            false,
            Long.MAX_VALUE),
        new Subject(
            "convert",
            n -> with(service, desk -> desk.convert(opened(desk, stock, forService))),
            n -> {
              try (var desk = new Desk(service.address(), TENANT, key)) {
                return sql(database).convert(opened(desk, stock, forLimit));
              }
            },
            true,
            carts()));
  }

  private static Subject subject(String name, Operation.Maker service, Operation.Maker limit) {
    return new Subject(name, service, limit, true, Long.MAX_VALUE);
  }

  /** How many carts a client converts: what it converts was opened for it before. */
  private long carts() {
    return 20 * Math.max(1, settings.each().toSeconds());
  }

  private Queue<String> opened(Desk desk, Stock stock, Queue<String> carts) throws Exception {
    for (long n = 0; n < carts(); n++) {
      carts.add(desk.open(stock).get("id").asString());
    }
    return carts;
  }

  private interface AtDesk {
    Operation at(Desk desk) throws Exception;
  }

  private Operation with(ServiceProcess service, AtDesk work) throws Exception {
    var desk = new Desk(service.address(), TENANT, key);
    var operation = work.at(desk);
    return new Operation() {
      @Override
      public void once() throws Exception {
        operation.once();
      }

      @Override
      public void close() {
        desk.close();
      }
    };
  }

  private static PlainSql sql(Database database) throws Exception {
    return new PlainSql(database, TENANT);
  }

  private String cartOf(ServiceProcess service, Stock stock) throws Exception {
    try (var desk = new Desk(service.address(), TENANT, key)) {
      return desk.open(stock).get("id").asString();
    }
  }

  private Operation changeInSql(ServiceProcess service, Database database, Stock stock)
      throws Exception {
    try (var desk = new Desk(service.address(), TENANT, key)) {
      var cart = desk.open(stock);
      return sql(database).changeLine(cart.get("id").asString(), cart.at("/items/0/id").asString());
    }
  }

  private Measured measure(Subject subject, int clients, ServiceProcess service, Database database)
      throws Exception {
    System.out.printf("%s, %d clients …%n", subject.name(), clients);
    if (subject.atMostEach() == Long.MAX_VALUE) {
      Load.run(clients, settings.warmup(), Long.MAX_VALUE, subject.service());
    }
    // What a client prepares is not measured with what it does.
    var ready = Prepared.by(clients, subject.service());
    long serviceCpu = Processes.cpuMillis(service.pid());
    long databaseCpu = Processes.cpuMillisOfFamily(database.process());
    long wal = database.walBytes();
    var result = Load.run(clients, time(subject), subject.atMostEach(), ready);
    double requests = Math.max(1, result.count());
    var costs =
        new double[] {
          (Processes.cpuMillis(service.pid()) - serviceCpu) / requests,
          (Processes.cpuMillisOfFamily(database.process()) - databaseCpu) / requests,
          (database.walBytes() - wal) / requests
        };
    Load.Result limit = null;
    if (subject.hasLimit()) {
      if (subject.atMostEach() == Long.MAX_VALUE) {
        Load.run(clients, settings.warmup(), Long.MAX_VALUE, subject.limit());
      }
      limit =
          Load.run(
              clients, time(subject), subject.atMostEach(), Prepared.by(clients, subject.limit()));
    }
    return new Measured(
        subject.name(),
        clients,
        result,
        costs[0],
        costs[1],
        costs[2],
        Processes.residentMegabytes(service.pid()),
        limit);
  }

  private Duration time(Subject subject) {
    return subject.atMostEach() == Long.MAX_VALUE ? settings.each() : LONG;
  }

  private void list(Desk desk) throws Exception {
    long carts = desk.json("GET", "/billing/cart?size=1", "").get("total").longValue();
    long begin = System.nanoTime();
    var answer =
        desk.http()
            .send(
                desk.request("GET", "/billing/cart/list", ""),
                java.net.http.HttpResponse.BodyHandlers.ofInputStream());
    long bytes = 0;
    long first;
    try (var body = answer.body()) {
      body.read();
      first = System.nanoTime() - begin;
      var buffer = new byte[64 * 1024];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    assertThat(answer.statusCode()).isEqualTo(200);
    fact(
        "all %,d carts at once".formatted(carts),
        "first byte after %s ms, %s carts a second, %s MB"
            .formatted(
                Report.number(first / 1e6),
                Report.number(carts / seconds),
                Report.number(bytes / 1e6)));
  }

  private void delayed(Database database, Stock stock) throws Exception {
    try (var proxy = new DelayingProxy(database.port(), Duration.ofMillis(settings.delayMillis()));
        var service =
            ServiceProcess.start(
                settings,
                Map.of(
                    "SPRING_DATASOURCE_URL",
                    database.url(proxy.port()),
                    "SPRING_DATASOURCE_USERNAME",
                    Database.USER,
                    "SPRING_DATASOURCE_PASSWORD",
                    database.password(),
                    "SPRING_FLYWAY_ENABLED",
                    "false",
                    "SPRING_FLYWAY_USER",
                    "cartwright_owner"))) {
      Operation.Maker change = n -> with(service, desk -> desk.changeLine(stock));
      Load.run(1, settings.warmup(), Long.MAX_VALUE, change);
      var result = Load.run(1, settings.each(), Long.MAX_VALUE, Prepared.by(1, change));
      assertThat(result.errors()).isZero();
      fact(
          "a round trip to that database, and without the delay",
          "%s ms, %s ms"
              .formatted(
                  Report.number(database.roundTripMillis(proxy.port())),
                  Report.number(database.roundTripMillis(database.port()))));
      fact(
          "a line change with %d ms to the database".formatted(settings.delayMillis()),
          "p50 %s ms, p99 %s ms"
              .formatted(Report.number(result.millis(50)), Report.number(result.millis(99))));
    }
  }

  private void fact(String what, String value) {
    facts.add(new String[] {what, value});
  }

  private void write(List<Double> cold) throws Exception {
    report.title(
        "Cartwright: benchmark",
        "%,d carts generated; %d s each after %d s of warm-up; %d processors shared by service, database and load; closed loop."
            .formatted(
                settings.carts(),
                settings.each().toSeconds(),
                settings.warmup().toSeconds(),
                Runtime.getRuntime().availableProcessors()));
    report.measurements(measured);
    if (!screens.isEmpty()) {
      report.heading("The screens of the console");
      report.screens(screens);
    }
    report.heading("By itself");
    report.facts(facts);
    report.dots("The first requests after the start: reads and line changes in turn", cold);
    report.writeTo(settings.report());
    for (var one : measured) {
      System.out.printf(
          "%-16s %3d clients %9s/s  p50 %7s  p99 %7s ms  cpu %6s + %6s ms  wal %7s  of the limit"
              + " %s%n",
          one.operation(),
          one.clients(),
          Report.number(one.service().perSecond()),
          Report.number(one.service().millis(50)),
          Report.number(one.service().millis(99)),
          Report.number(one.serviceCpu()),
          Report.number(one.databaseCpu()),
          Report.number(one.wal()),
          Report.percent(one.ratio()));
    }
    for (var one : screens) {
      System.out.printf(
          "%-28s %7s ms, at most %7s%n",
          one.screen(), Report.number(one.median()), Report.number(one.longest()));
    }
    facts.forEach(fact -> System.out.println(fact[0] + ": " + fact[1]));
    System.out.println("Report: " + settings.report().toUri());
  }
}
