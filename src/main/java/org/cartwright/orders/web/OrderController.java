package org.cartwright.orders.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.cartwright.orders.api.BlockedBody;
import org.cartwright.orders.api.placed.FulfilmentReport;
import org.cartwright.orders.api.placed.OrderCancellation;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.api.placed.OrderSummary;
import org.cartwright.orders.api.placed.OrderTimeline;
import org.cartwright.orders.api.placed.PlaceRequest;
import org.cartwright.orders.placing.Orders;
import org.cartwright.orders.placing.Placing;
import org.cartwright.orders.print.OrderPrinter;
import org.cartwright.orders.reading.OrderCriteria;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.orders.reading.OrderSort;
import org.cartwright.orders.timeline.OrderTimelines;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.paging.Paging;
import org.cartwright.platform.paging.SortDirection;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders over HTTP. */
@RestController
@RequestMapping("/orders")
@Tag(name = "Orders", description = "Placed drafts, and what becomes of them.")
class OrderController {

  private final Placing placing;
  private final Orders orders;
  private final OrderQueries queries;
  private final OrderTimelines timelines;
  private final OrderPrinter printer;
  private final Tenants tenants;

  OrderController(
      Placing placing,
      Orders orders,
      OrderQueries queries,
      OrderTimelines timelines,
      OrderPrinter printer,
      Tenants tenants) {
    this.placing = placing;
    this.orders = orders;
    this.queries = queries;
    this.timelines = timelines;
    this.printer = printer;
    this.tenants = tenants;
  }

  @PostMapping("/drafts/{cart_id}/place")
  @Operation(
      operationId = "place_draft",
      responses = {
        @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true),
        @ApiResponse(
            responseCode = "409",
            description =
                "The draft cannot be placed now; everything that is in the way is named. "
                    + "Nothing changed.",
            content = @Content(schema = @Schema(implementation = BlockedBody.class)))
      })
  OrderDetail place(@PathVariable("cart_id") String cartId, @RequestBody PlaceRequest placing) {
    return this.placing.place(cartId, placing);
  }

  @GetMapping
  @Operation(operationId = "list_orders")
  Page<OrderSummary> list(
      @RequestParam(name = "page", required = false) @Min(1) @Nullable Integer page,
      @RequestParam(name = "per_page", required = false) @Min(1) @Max(Paging.LARGEST_SIZE)
          @Nullable Integer perPage,
      @RequestParam(name = "statuses", required = false) @Nullable List<OrderStatus> statuses,
      @RequestParam(name = "market_id", required = false) @Size(max = 64) @Nullable String marketId,
      @RequestParam(name = "customer_id", required = false) @Size(max = 64)
          @Nullable String customerId,
      @RequestParam(name = "created_from", required = false) @Nullable Moment createdFrom,
      @RequestParam(name = "created_to", required = false) @Nullable Moment createdTo,
      @RequestParam(name = "total_from", required = false) @Min(0) @Nullable Long totalFrom,
      @RequestParam(name = "total_to", required = false) @Min(0) @Nullable Long totalTo,
      @RequestParam(name = "search", required = false) @Nullable String search,
      @RequestParam(name = "sort_by", required = false) @Nullable OrderSort sortBy,
      @RequestParam(name = "sort_direction", required = false)
          @Nullable SortDirection sortDirection) {
    return queries.page(
        OrderCriteria.of(
            statuses,
            marketId,
            customerId,
            createdFrom,
            createdTo,
            () -> tenants.current().timeZone(),
            totalFrom,
            totalTo,
            search),
        sortBy == null ? OrderSort.created_date : sortBy,
        sortBy == null ? sortDirection == SortDirection.asc : sortDirection != SortDirection.desc,
        Paging.of(page, perPage));
  }

  @GetMapping("/{order_id}")
  @Operation(operationId = "get_order")
  OrderDetail get(@PathVariable("order_id") String orderId) {
    return queries.get(orderId);
  }

  @PostMapping("/{order_id}/approve")
  @Operation(operationId = "approve_order")
  OrderDetail approve(@PathVariable("order_id") String orderId) {
    return orders.approve(orderId);
  }

  @PostMapping("/{order_id}/cancel")
  @Operation(operationId = "cancel_order")
  OrderDetail cancel(
      @PathVariable("order_id") String orderId, @RequestBody OrderCancellation cancellation) {
    return orders.cancel(orderId, cancellation.reason());
  }

  @PostMapping("/{order_id}/fulfilment/events")
  @Operation(operationId = "report_order_fulfilment")
  OrderDetail report(
      @PathVariable("order_id") String orderId, @RequestBody FulfilmentReport event) {
    return orders.report(orderId, event);
  }

  @GetMapping("/{order_id}/timeline")
  @Operation(operationId = "get_order_timeline")
  OrderTimeline timeline(@PathVariable("order_id") String orderId) {
    return timelines.of(orderId);
  }

  @GetMapping("/{order_id}/confirmation.pdf")
  @PdfResponse.Answered
  @Operation(operationId = "print_order_confirmation")
  ResponseEntity<byte[]> confirmation(@PathVariable("order_id") String orderId) {
    var order = queries.get(orderId);
    return PdfResponse.named("order-" + order.number(), printer.print(order));
  }
}
