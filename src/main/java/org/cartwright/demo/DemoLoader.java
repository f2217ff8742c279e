package org.cartwright.demo;

import java.io.IOException;
import java.net.http.HttpClient;
import org.cartwright.carts.reading.AnyCarts;
import org.cartwright.staff.DeskRole;
import org.cartwright.staff.DeskRoles;
import org.cartwright.staff.Providers;
import org.cartwright.stock.Stock;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.operator.DemoTenants;
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

/** Furnishes the demo clinic and the demo shop once, then says how to reach them. */
@Component
@ConditionalOnProperty("cartwright.embedded")
@ConditionalOnWebApplication
class DemoLoader {

  private static final Logger LOG = LoggerFactory.getLogger(DemoLoader.class);

  /** What the shop's script moves last; nobody can undo that something moved. */
  private static final String LAST = "item_shop_mug";

  private final DemoTenants tenants;
  private final Providers providers;
  private final DeskRoles desk;
  private final AnyCarts carts;
  private final Stock stock;
  private final Environment environment;
  private final JsonMapper json;

  DemoLoader(
      DemoTenants tenants,
      Providers providers,
      DeskRoles desk,
      AnyCarts carts,
      Stock stock,
      Environment environment,
      JsonMapper json) {
    this.tenants = tenants;
    this.providers = providers;
    this.desk = desk;
    this.carts = carts;
    this.stock = stock;
    this.environment = environment;
    this.json = json;
  }

  @EventListener(ApplicationReadyEvent.class)
  void open() throws Exception {
    var address = "http://localhost:" + environment.getRequiredProperty("local.server.port");
    var hasKey = openClinic(address);
    var hasShop = openShop(address);
    if (hasShop) {
      CurrentTenant.within(DemoTenants.SHOP, this::letTheShopsStaffIn);
    }
    var shop =
        hasShop && tenants.ids().contains(DemoTenants.SHOP) // its key may be good no more
            ? "\n  Shop      TENANT: %s   API-KEY: %s"
                .formatted(DemoTenants.SHOP, DemoTenants.SHOP_KEY)
            : "";
    var clinic =
        hasKey
            ? "\n  Headers   TENANT: %s   API-KEY: %s"
                .formatted(DemoTenants.CLINIC, DemoTenants.CLINIC_KEY)
            : "";
    var first =
        hasKey
            ? "\n\n  curl -s '%s/billing/cart?size=3' -H 'TENANT: %s' -H 'API-KEY: %s'"
                .formatted(address, DemoTenants.CLINIC, DemoTenants.CLINIC_KEY)
            : "";
    LOG.info(
        """

        Cartwright is ready.

          Address   {}
          Console   {}/console
          Docs      {}/docs{}{}{}
        """,
        address,
        address,
        address,
        clinic,
        shop,
        first);
  }

  /** Answers whether its key is good. */
  private boolean openClinic(String address) throws Exception {
    var hasKey = tenants.openClinic();
    if (hasKey && !CurrentTenant.call(DemoTenants.CLINIC, carts::areThere)) {
      LOG.info("Furnishing the demo clinic …");
      CurrentTenant.within(
          DemoTenants.CLINIC,
          () -> {
            providers.enlist("prov_demo_lee", "sam.lee@demo.example", "Sam", "Lee");
            providers.enlist("prov_demo_ortiz", "ana.ortiz@demo.example", "Ana", "Ortiz");
          });
      furnish(address, DemoTenants.CLINIC, DemoTenants.CLINIC_KEY, "/demo/clinic.json");
    }
    CurrentTenant.within(DemoTenants.CLINIC, this::letTheStaffIn);
    return hasKey;
  }

  /** Demo clinics are older than their console. */
  private void letTheStaffIn() {
    if (desk.all().isEmpty()) {
      giveRole("prov_demo_ortiz", DeskRole.OWNER);
      giveRole("prov_demo_lee", DeskRole.FRONT_DESK);
    }
  }

  private void letTheShopsStaffIn() {
    if (desk.all().isEmpty()) {
      giveRole("prov_shop_karim", DeskRole.OWNER);
    }
  }

  private void giveRole(String provider, DeskRole role) {
    if (providers.exists(provider)) {
      desk.give(provider, role);
    }
  }

  /** Whether the shop is there: it is not, where somebody has a tenant of the same id. */
  private boolean openShop(String address) throws Exception {
    if (CurrentTenant.call(DemoTenants.SHOP, () -> stock.hasMoved(LAST))) {
      return true;
    }
    if (!tenants.openShop()) {
      return false;
    }
    LOG.info("Furnishing the demo shop …");
    CurrentTenant.within(
        DemoTenants.SHOP,
        () -> providers.enlist("prov_shop_karim", "karim@shop.example", "Karim", "Ahmed"));
    furnish(address, DemoTenants.SHOP, DemoTenants.SHOP_KEY, "/demo/shop.json");
    return true;
  }

  private void furnish(String address, String tenant, String apiKey, String script)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      new Furnishing(http, json, address, tenant, apiKey).enter(script(script));
    }
  }

  private JsonNode script(String name) throws IOException {
    try (var script = getClass().getResourceAsStream(name)) {
      if (script == null) {
        throw new IllegalStateException(name + " is not packaged");
      }
      return json.readTree(script);
    }
  }
}
