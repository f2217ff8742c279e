package org.cartwright.console.markets;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is levied in a market, and how its goods get to customers. */
@Hidden
@Controller
class MarketPartsController {

  private static final String TAXES = MarketPage.MARKET + "/taxes";
  private static final String TAX = TAXES + "/{tax_id}";
  private static final String SERVICES = MarketPage.MARKET + "/services";
  private static final String SERVICE = SERVICES + "/{service_id}";

  private final MarketPage page;
  private final MarketTaxDesk taxes;
  private final ServiceDesk services;

  MarketPartsController(MarketPage page, MarketTaxDesk taxes, ServiceDesk services) {
    this.page = page;
    this.taxes = taxes;
    this.services = services;
  }

  @PostMapping(TAXES)
  ResponseEntity<?> levy(
      @PathVariable("market_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("tax-new", request);
    return page.doing(id, typed, session, request, () -> taxes.levy(id, typed, session));
  }

  @PostMapping(TAX)
  ResponseEntity<?> change(
      @PathVariable("market_id") String id,
      @PathVariable("tax_id") String tax,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("tax-" + tax, request);
    return page.doing(id, typed, session, request, () -> taxes.change(id, tax, typed, session));
  }

  @PostMapping(TAX + "/delete")
  ResponseEntity<?> drop(
      @PathVariable("market_id") String id,
      @PathVariable("tax_id") String tax,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    return page.doing(id, typed, session, request, () -> taxes.drop(id, tax, typed, session));
  }

  @PostMapping(SERVICES)
  ResponseEntity<?> add(
      @PathVariable("market_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("service-new", request);
    return page.doing(id, typed, session, request, () -> services.add(id, typed, session));
  }

  @PostMapping(SERVICE)
  ResponseEntity<?> alter(
      @PathVariable("market_id") String id,
      @PathVariable("service_id") String service,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("service-" + service, request);
    return page.doing(
        id, typed, session, request, () -> services.change(id, service, typed, session));
  }

  @PostMapping(SERVICE + "/delete")
  ResponseEntity<?> remove(
      @PathVariable("market_id") String id,
      @PathVariable("service_id") String service,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    return page.doing(
        id, typed, session, request, () -> services.remove(id, service, typed, session));
  }
}
