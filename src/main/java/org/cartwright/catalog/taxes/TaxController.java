package org.cartwright.catalog.taxes;

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

/** The taxes of a clinic over HTTP. */
@RestController
@RequestMapping("/admin/taxes")
@Tag(name = "Taxes", description = "What is levied on what a clinic sells.")
class TaxController {

  private final Taxes taxes;

  TaxController(Taxes taxes) {
    this.taxes = taxes;
  }

  @GetMapping
  @Operation(operationId = "list_taxes_admin_taxes_get")
  List<TaxSummary> list() {
    return taxes.inForce();
  }

  @PostMapping
  @Operation(operationId = "create_tax_admin_taxes_post")
  TaxDetail create(@RequestBody TaxCreate tax) {
    return taxes.create(tax);
  }

  @PutMapping("/{tax_id}")
  @Operation(operationId = "update_tax_admin_taxes__tax_id__put")
  TaxDetail update(@PathVariable("tax_id") String taxId, @RequestBody TaxUpdate update) {
    return taxes.update(taxId, update);
  }

  @DeleteMapping("/{tax_id}")
  @Operation(operationId = "delete_tax_admin_taxes__tax_id__delete")
  boolean delete(@PathVariable("tax_id") String taxId) {
    taxes.archive(taxId);
    return true;
  }
}
