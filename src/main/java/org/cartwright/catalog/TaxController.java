package org.cartwright.catalog;

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
  @Operation(
      operationId = "list_taxes_admin_taxes_get",
      summary = "List the taxes in force",
      description = "Those of all locations and those of some, the oldest first.")
  List<TaxSummary> list() {
    return taxes.inForce();
  }

  @PostMapping
  @Operation(
      operationId = "create_tax_admin_taxes_post",
      summary = "Levy a tax",
      description = "At the named locations, or everywhere if none is named.")
  TaxDetail create(@RequestBody TaxCreate tax) {
    return taxes.create(tax);
  }

  @PutMapping("/{taxId}")
  @Operation(
      operationId = "update_tax_admin_taxes__tax_id__put",
      summary = "Change a tax",
      description = "Draft carts and quotes follow with their next change; all others stay.")
  TaxDetail update(@PathVariable String taxId, @RequestBody TaxUpdate update) {
    return taxes.update(taxId, update);
  }

  @DeleteMapping("/{taxId}")
  @Operation(
      operationId = "delete_tax_admin_taxes__tax_id__delete",
      summary = "Archive a tax",
      description =
          "It applies to nothing new. Always possible: carts, quotes and charges keep the amounts"
              + " they were priced with.")
  boolean delete(@PathVariable String taxId) {
    taxes.archive(taxId);
    return true;
  }
}
