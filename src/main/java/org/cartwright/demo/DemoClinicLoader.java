package org.cartwright.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.cartwright.carts.AnyCarts;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.operator.DemoTenant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Furnishes the demo clinic at its first start, then says how to reach it. */
@Component
@ConditionalOnProperty("cartwright.embedded")
@ConditionalOnWebApplication
class DemoClinicLoader {

  private static final Logger LOG = LoggerFactory.getLogger(DemoClinicLoader.class);

  private final DemoTenant tenant;
  private final Providers providers;
  private final AnyCarts carts;
  private final Environment environment;
  private final JsonMapper json;

  DemoClinicLoader(
      DemoTenant tenant,
      Providers providers,
      AnyCarts carts,
      Environment environment,
      JsonMapper json) {
    this.tenant = tenant;
    this.providers = providers;
    this.carts = carts;
    this.environment = environment;
    this.json = json;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() throws Exception {
    var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    tenant.open();
    if (!CurrentTenant.call(DemoTenant.ID, carts::areThere)) {
      LOG.info("Furnishing the demo clinic …");
      try (var http = HttpClient.newHttpClient()) {
        furnish(http, address);
      }
    }
    LOG.info(
        """

        Cartwright is ready.

          Address   {}
          Docs      {}/docs
          Headers   TENANT: {}   API-KEY: {}

          curl -s '{}/billing/cart?size=3' -H 'TENANT: {}' -H 'API-KEY: {}'
        """,
        address,
        address,
        DemoTenant.ID,
        DemoTenant.API_KEY,
        address,
        DemoTenant.ID,
        DemoTenant.API_KEY);
  }

  private void furnish(HttpClient http, String address) throws IOException, InterruptedException {
    CurrentTenant.within(
        DemoTenant.ID,
        () -> {
          providers.enlist("prov_demo_lee", "sam.lee@demo.example", "Sam", "Lee");
          providers.enlist("prov_demo_ortiz", "ana.ortiz@demo.example", "Ana", "Ortiz");
        });
    for (var step : script()) {
      var unless = step.path("unlessAny").asString("");
      if (unless.isEmpty() || isEmpty(http, address, unless)) {
        post(http, address, step.required("path").asString(), step.required("body"));
      }
    }
  }

  private JsonNode script() throws IOException {
    try (InputStream clinic = getClass().getResourceAsStream("/demo/clinic.json")) {
      if (clinic == null) {
        throw new IllegalStateException("demo/clinic.json is not packaged");
      }
      return json.readTree(clinic);
    }
  }

  private boolean isEmpty(HttpClient http, String address, String path)
      throws IOException, InterruptedException {
    var answer = json.readTree(send(http, address, path, null).body());
    return (answer.isArray() ? answer : answer.path("data")).isEmpty();
  }

  /** What is there already, from a first start that was cut short, stays as it is. */
  private void post(HttpClient http, String address, String path, JsonNode body)
      throws IOException, InterruptedException {
    var answer = send(http, address, path, json.writeValueAsString(body));
    if (answer.statusCode() != 200 && answer.statusCode() != 409) {
      throw new IllegalStateException("the demo's POST " + path + " was refused: " + answer.body());
    }
  }

  private static HttpResponse<String> send(
      HttpClient http, String address, String path, @Nullable String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("TENANT", DemoTenant.ID)
            .header("API-KEY", DemoTenant.API_KEY)
            .header("Content-Type", "application/json");
    var asked =
        body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body));
    return http.send(asked.build(), HttpResponse.BodyHandlers.ofString());
  }
}
