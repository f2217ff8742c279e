package org.cartwright.orders.fulfilment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Fulfilment services over HTTP. */
@RestController
@RequestMapping("/orders/markets/{market_id}/services")
@Tag(
    name = "Fulfilment services",
    description = "The ways in which a market's orders get to customers.")
class ServiceController {

  private final FulfilmentServices services;

  ServiceController(FulfilmentServices services) {
    this.services = services;
  }

  @GetMapping
  @Operation(operationId = "list_fulfilment_services")
  List<ServiceDetail> list(@PathVariable("market_id") String marketId) {
    return services.ofMarket(marketId);
  }

  @PostMapping
  @Operation(operationId = "create_fulfilment_service")
  ServiceDetail create(
      @PathVariable("market_id") String marketId, @RequestBody ServiceWrite service) {
    return services.create(marketId, service);
  }

  @PutMapping("/{service_id}")
  @Operation(operationId = "update_fulfilment_service")
  ServiceDetail replace(
      @PathVariable("market_id") String marketId,
      @PathVariable("service_id") String serviceId,
      @RequestBody ServiceWrite service) {
    return services.replace(marketId, serviceId, service);
  }

  @DeleteMapping("/{service_id}")
  @Operation(operationId = "delete_fulfilment_service")
  boolean delete(
      @PathVariable("market_id") String marketId, @PathVariable("service_id") String serviceId) {
    services.delete(marketId, serviceId);
    return true;
  }
}
