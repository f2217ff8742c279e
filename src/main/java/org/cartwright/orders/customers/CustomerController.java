package org.cartwright.orders.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Customers over HTTP. */
@RestController
@RequestMapping("/orders/customers")
@Tag(name = "Customers", description = "Who buys, with the addresses that were used for them.")
class CustomerController {

  private final Customers customers;

  CustomerController(Customers customers) {
    this.customers = customers;
  }

  @GetMapping
  @Operation(operationId = "search_customers")
  List<CustomerDetail> search(
      @RequestParam(name = "search", required = false) @Size(max = 255) @Nullable String search,
      @RequestParam(name = "limit", defaultValue = "20") @Min(1) @Max(100) int limit) {
    return customers.search(search, limit);
  }
}
