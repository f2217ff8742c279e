package org.cartwright.bench;

import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * An owner at the console, with a browser without scripts: each screen is asked for as a whole, one
 * after the other, over one connection.
 */
final class Screens implements AutoCloseable {

  private static final int WARMUP = 4;
  private static final int TIMES = 15;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final String address;
  private final String tenant;

  private Screens(String address, String tenant) {
    this.address = address;
    this.tenant = tenant;
  }

  /** How long a screen took. */
  record Taken(String screen, double median, double longest) {}

  /** Comes in as somebody new, by the link that is sent to them. */
  static Screens signedIn(String address, String tenant, Desk desk)
      throws IOException, InterruptedException {
    var screens = new Screens(address, tenant);
    var email = "owner-%d@example.com".formatted(System.nanoTime());
    var owner =
        desk.json(
                "POST",
                "/admin/providers/invite",
                body()
                    .with("email", email)
                    .with("firstName", "Olga")
                    .with("lastName", "Owner")
                    .with("roles", list("provider"))
                    .toString())
            .get("id")
            .asString();
    screens.comeIn(owner, email);
    return screens;
  }

  private void comeIn(String owner, String email) throws IOException, InterruptedException {
    expect(
        200,
        HttpRequest.newBuilder(
                URI.create(address + "/platform/tenants/%s/desk/%s".formatted(tenant, owner)))
            .header("ADMIN-KEY", ServiceProcess.OPERATOR_KEY)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body().with("role", "OWNER").toString())));
    var door = page("/console/sign-in");
    expect(303, form("/console/sign-in", door, Map.of("clinic", tenant, "email", email)));
    var link = link(email);
    expect(303, form(link, page(link), Map.of()));
  }

  private HttpRequest.Builder form(String path, String page, Map<String, String> fields) {
    var token = TOKEN.matcher(page);
    if (!token.find()) {
      throw new IllegalStateException("there is no form on the page of " + path);
    }
    var all = new LinkedHashMap<>(fields);
    all.put("token", token.group(1));
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(
            BodyPublishers.ofString(
                all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                    .collect(Collectors.joining("&"))));
  }

  private String link(String email) throws IOException, InterruptedException {
    var begin = System.nanoTime();
    while (System.nanoTime() - begin < PATIENCE.toNanos()) {
      var mails = new JsonMapper().readTree(page("/dev/inbox?to=" + encoded(email)));
      if (!mails.isEmpty()) {
        var link = mails.get(0).get("link").asString();
        return link.substring(link.indexOf("/console"));
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    throw new IllegalStateException("nobody was sent a link");
  }

  /**
   * Looks at each screen until it is warm, and then takes its time.
   *
   * @throws IllegalStateException if a screen is not there
   */
  List<Taken> look(Desk desk) throws IOException, InterruptedException {
    var taken = new ArrayList<Taken>();
    for (var screen : screens(desk).entrySet()) {
      var millis = new ArrayList<Double>();
      for (int i = 0; i < WARMUP + TIMES; i++) {
        long begin = System.nanoTime();
        page(screen.getValue());
        millis.add((System.nanoTime() - begin) / 1e6);
      }
      var sorted = millis.stream().skip(WARMUP).sorted().toList();
      taken.add(new Taken(screen.getKey(), sorted.get(TIMES / 2), sorted.getLast()));
    }
    return taken;
  }

  private static Map<String, String> screens(Desk desk) throws IOException, InterruptedException {
    var cart = desk.json("GET", "/billing/cart?size=1&statuses=DRAFT", "").at("/data/0");
    var lastName = encoded(cart.at("/patient/lastName").asString());
    var phone = cart.at("/patient/phoneNumber").asString().replaceAll("\\D", "");
    var carts = "/console/carts/" + cart.get("id").asString();
    var charges = desk.json("GET", "/billing/charge/list?status=PAID", "");
    var screens = new LinkedHashMap<String, String>();
    screens.put("today", "/console/today");
    screens.put("figures", "/console/figures");
    screens.put("carts", "/console/carts");
    screens.put("carts, from the middle", "/console/carts?page=20");
    screens.put("carts, drafts", "/console/carts?status=DRAFT");
    screens.put("carts, by total", "/console/carts?order=largest");
    screens.put("carts, by patient", "/console/carts?order=patient");
    screens.put("carts found by a name", "/console/carts?q=" + lastName);
    screens.put("carts found by a phone", "/console/carts?q=" + last(phone, 7));
    screens.put("carts found by an item", "/console/carts?q=serum");
    screens.put("carts found by two letters", "/console/carts?q=an");
    screens.put("a cart", carts);
    screens.put("a cart explained", carts + "/why");
    screens.put("charges", "/console/charges");
    screens.put("charges, paid", "/console/charges?status=PAID");
    screens.put("charges, outstanding", "/console/charges?status=OUTSTANDING");
    screens.put("charges found by a name", "/console/charges?q=" + lastName);
    if (!charges.isEmpty()) {
      screens.put("a charge", "/console/charges/" + charges.get(0).get("id").asString());
    }
    screens.put("patients", "/console/patients");
    screens.put("patients found by a name", "/console/patients?q=" + lastName);
    screens.put("a patient", "/console/patients/" + cart.at("/patient/id").asString());
    screens.put("draft orders", "/console/drafts");
    screens.put("orders", "/console/orders");
    for (var part :
        List.of("items", "packages", "taxes", "products", "stock", "coupons", "markets")) {
      screens.put(part, "/console/catalog/" + part);
    }
    for (var part : List.of("clinic", "messages", "terms", "accesses", "keys", "webhooks")) {
      screens.put("settings, " + part, "/console/settings/" + part);
    }
    screens.put("staff", "/console/staff");
    return screens;
  }

  private static String last(String text, int letters) {
    return text.substring(Math.max(0, text.length() - letters));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String page(String path) throws IOException, InterruptedException {
    return expect(200, HttpRequest.newBuilder(URI.create(address + path))).body();
  }

  private HttpResponse<String> expect(int status, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    var asked = request.build();
    var answer = http.send(asked, BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s was answered with %d".formatted(asked.method(), asked.uri(), answer.statusCode()));
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
