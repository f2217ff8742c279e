package org.cartwright.console.order;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.print.OrderPrinter;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.orders.timeline.OrderTimelines;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order's page, its forms, and what is printed of it. */
@Hidden
@Controller
class OrderPageController {

  private static final String ORDERS = HtmlPages.CONSOLE + "/orders";
  private static final String ORDER = ORDERS + "/{order_id}";

  private final ConsolePages pages;
  private final OrderDesk desk;
  private final OrderQueries orders;
  private final OrderTimelines timelines;
  private final OrderPrinter printer;
  private final Tenants tenants;

  OrderPageController(
      ConsolePages pages,
      OrderDesk desk,
      OrderQueries orders,
      OrderTimelines timelines,
      OrderPrinter printer,
      Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
    this.orders = orders;
    this.timelines = timelines;
    this.printer = printer;
    this.tenants = tenants;
  }

  @GetMapping(ORDER)
  ResponseEntity<?> order(@PathVariable("order_id") String id, HttpServletRequest request) {
    return page(id, Trouble.NONE, request);
  }

  @PostMapping(ORDER + "/approve")
  ResponseEntity<?> approve(@PathVariable("order_id") String id, HttpServletRequest request) {
    var typed = Typed.of("approve", request);
    return doing(id, typed, request, () -> desk.approve(id, typed));
  }

  @PostMapping(ORDER + "/goods")
  ResponseEntity<?> report(
      @PathVariable("order_id") String id,
      @RequestParam("type") FulfilmentReport.Type type,
      HttpServletRequest request) {
    var typed = Typed.of("goods", request);
    return doing(id, typed, request, () -> desk.report(id, type, typed));
  }

  @PostMapping(ORDER + "/cancel")
  ResponseEntity<?> cancel(
      @PathVariable("order_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("cancel", request);
    return doing(id, typed, request, () -> desk.cancel(id, typed, session.member().role()));
  }

  @GetMapping(ORDER + "/confirmation.pdf")
  ResponseEntity<byte[]> confirmation(@PathVariable("order_id") String id) {
    var order = orders.get(id);
    Trail.shows("placed-order", order.id());
    Trail.shows("patient", order.customer().id());
    return PdfResponse.named("order-" + order.number(), printer.print(order));
  }

  private ResponseEntity<?> doing(
      String id, Typed typed, HttpServletRequest request, Runnable work) {
    var trouble = Trouble.of(typed, work);
    return trouble.isNone() ? ConsolePages.seeOther(ORDERS + "/" + id) : page(id, trouble, request);
  }

  private ResponseEntity<?> page(String id, Trouble trouble, HttpServletRequest request) {
    var order = orders.get(id);
    Trail.shows("placed-order", order.id());
    Trail.shows("patient", order.customer().id());
    var words = new HashMap<String, Object>();
    words.put("order", order);
    words.put("sheet", OrderSheet.of(order, tenants.current()));
    words.put("happened", timelines.of(order.id()).events());
    words.put("isPlacedMeanwhile", trouble.isNone() && request.getParameter("placed") != null);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("order", request, words));
  }
}
