package org.cartwright.orders.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import org.cartwright.orders.api.placed.OrderStatus;
import org.cartwright.orders.reading.OrderCriteria;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.platform.json.Moment;
import org.cartwright.platform.web.CsvStream;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders as a table over HTTP, however many there are. */
@RestController
@RequestMapping("/orders.csv")
@Tag(name = "Orders", description = "Placed drafts, and what becomes of them.")
class OrderTableController {

  private final OrderQueries queries;
  private final Tenants tenants;

  OrderTableController(OrderQueries queries, Tenants tenants) {
    this.queries = queries;
    this.tenants = tenants;
  }

  @GetMapping
  @CsvStream.Answered
  @Operation(operationId = "list_orders_as_csv")
  void table(
      @RequestParam(name = "statuses", required = false) @Nullable List<OrderStatus> statuses,
      @RequestParam(name = "market_id", required = false) @Size(max = 64) @Nullable String marketId,
      @RequestParam(name = "customer_id", required = false) @Size(max = 64)
          @Nullable String customerId,
      @RequestParam(name = "created_from", required = false) @Nullable Moment createdFrom,
      @RequestParam(name = "created_to", required = false) @Nullable Moment createdTo,
      @RequestParam(name = "total_from", required = false) @Min(0) @Nullable Long totalFrom,
      @RequestParam(name = "total_to", required = false) @Min(0) @Nullable Long totalTo,
      @RequestParam(name = "search", required = false) @Nullable String search,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var wanted =
        OrderCriteria.of(
            statuses,
            marketId,
            customerId,
            createdFrom,
            createdTo,
            () -> tenants.current().timeZone(),
            totalFrom,
            totalTo,
            search);
    CsvStream.write(
        "orders",
        OrderTable.COLUMNS,
        position -> queries.chunk(wanted, position),
        OrderTable::cells,
        response);
  }
}
