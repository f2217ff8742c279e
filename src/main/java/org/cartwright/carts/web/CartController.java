package org.cartwright.carts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.cartwright.carts.CartConversion;
import org.cartwright.carts.CartLineChanges;
import org.cartwright.carts.Carts;
import org.cartwright.carts.api.CartCreate;
import org.cartwright.carts.api.CartExplanation;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.CartSummary;
import org.cartwright.carts.api.ConvertCartToChargeRequest;
import org.cartwright.carts.jobs.CartExpiry;
import org.cartwright.carts.reading.CartCriteria;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.carts.reading.CartSort;
import org.cartwright.charges.api.ChargeDetail;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.cartwright.platform.paging.Page;
import org.cartwright.platform.web.JsonArrayStream;
import org.cartwright.platform.web.tags.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Carts over HTTP. */
@RestController
@RequestMapping("/billing/cart")
@Tag(
    name = "Carts",
    description = "What the front desk puts together for a patient, priced to the cent.")
class CartController {

  private final Carts carts;
  private final CartLineChanges lines;
  private final CartConversion conversions;
  private final CartQueries queries;
  private final CartExpiry expiry;
  private final JsonArrayStream wholeList;

  CartController(
      Carts carts,
      CartLineChanges lines,
      CartConversion conversions,
      CartQueries queries,
      CartExpiry expiry,
      JsonArrayStream wholeList) {
    this.carts = carts;
    this.lines = lines;
    this.conversions = conversions;
    this.queries = queries;
    this.expiry = expiry;
    this.wholeList = wholeList;
  }

  @PostMapping
  @Operation(operationId = "create_cart_billing_cart_post")
  CartSummary open(@RequestBody CartCreate cart) {
    return carts.open(cart);
  }

  @GetMapping
  @Operation(operationId = "get_carts_billing_cart_get")
  Page<CartSummary> page(
      @RequestParam(name = "patient_id", required = false) @Nullable String patientId,
      @RequestParam(name = "creator_id", required = false) @Nullable String creatorId,
      @Parameter(array = @ArraySchema(schema = @Schema(type = "string")))
          @RequestParam(name = "statuses", required = false)
          @Nullable List<CartStatus> statuses,
      @RequestParam(name = "page", defaultValue = "1") @Min(1) int page,
      @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size,
      @RequestParam(name = "sort_by", required = false) @Nullable String sortBy,
      @RequestParam(name = "sort_direction", required = false) @Nullable String sortDirection,
      @RequestParam(name = "search", required = false) @Size(max = CartCriteria.LONGEST_SEARCH)
          @Nullable String search) {
    var query =
        new CartCriteria(
            patientId,
            creatorId,
            statuses == null ? List.of() : statuses,
            search == null || search.isBlank() ? null : search.strip(),
            sort(sortBy),
            isAscending(sortDirection));
    return queries.page(query, page, size);
  }

  @GetMapping("/list")
  @Operation(
      operationId = "get_carts_list_billing_cart_list_get",
      responses =
          @ApiResponse(
              responseCode = "200",
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON_VALUE,
                      array = @ArraySchema(schema = @Schema(implementation = CartSummary.class)))))
  void list(
      @RequestParam(name = "patient_id", required = false) @Nullable String patientId,
      @RequestParam(name = "status", required = false) @Nullable CartStatus status,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var query =
        new CartCriteria(
            patientId,
            null,
            status == null ? List.of() : List.of(status),
            null,
            CartSort.CREATED_DATE,
            false);
    wholeList.write(position -> queries.chunk(query, position), response);
  }

  @GetMapping("/{cart_id}")
  @Operation(operationId = "get_cart_by_id_billing_cart__cart_id__get")
  CartSummary get(@PathVariable("cart_id") String cartId) {
    return queries.get(cartId);
  }

  @PutMapping("/{cart_id}")
  @Operation(operationId = "update_cart_full_billing_cart__cart_id__put")
  CartSummary replace(@PathVariable("cart_id") String cartId, @RequestBody CartCreate cart) {
    return carts.replace(cartId, cart);
  }

  @DeleteMapping("/{cart_id}")
  @Operation(operationId = "delete_cart_billing_cart__cart_id__delete")
  boolean delete(@PathVariable("cart_id") String cartId) {
    carts.delete(cartId);
    return true;
  }

  @PostMapping("/{cart_id}/items")
  @Operation(operationId = "add_item_to_cart_billing_cart__cart_id__items_post")
  CartSummary add(@PathVariable("cart_id") String cartId, @RequestBody CartItemCreate item) {
    return lines.add(cartId, item);
  }

  @PutMapping("/{cart_id}/items/{item_id}")
  @Operation(operationId = "update_cart_item_billing_cart__cart_id__items__item_id__put")
  CartSummary change(
      @PathVariable("cart_id") String cartId,
      @PathVariable("item_id") String itemId,
      @RequestBody CartItemUpdate item) {
    return lines.change(cartId, itemId, item);
  }

  @DeleteMapping("/{cart_id}/items/{item_id}")
  @Operation(operationId = "remove_cart_item_billing_cart__cart_id__items__item_id__delete")
  CartSummary remove(
      @PathVariable("cart_id") String cartId, @PathVariable("item_id") String itemId) {
    return lines.remove(cartId, itemId);
  }

  @PostMapping("/{cart_id}/convert-to-charge")
  @Operation(operationId = "convert_cart_to_charge_billing_cart__cart_id__convert_to_charge_post")
  ChargeDetail convert(
      @PathVariable("cart_id") String cartId, @RequestBody ConvertCartToChargeRequest conversion) {
    return conversions.convert(cartId, conversion);
  }

  @PostMapping("/expire-old")
  @Operation(operationId = "expire_old_carts_billing_cart_expire_old_post")
  long expireOld(
      @RequestParam(name = "days_old", defaultValue = "30") @Min(1) @Max(36_500) int daysOld) {
    return expiry.expireOld(daysOld);
  }

  @Schema(
      name = "CartDuplicate",
      description = "For whom the copy is.",
      example =
          """
        {"patientId": "pat_demo_omar"}""")
  record CartDuplicate(
      @Schema(description = "Another patient; the same one if left out.") @Size(max = 64)
          @Nullable String patientId) {}

  @PostMapping("/{cart_id}/duplicate")
  @Operation(operationId = "duplicate_cart")
  CartSummary duplicate(
      @PathVariable("cart_id") String cartId,
      @RequestBody(required = false) @Nullable CartDuplicate duplicate) {
    return carts.duplicate(cartId, duplicate == null ? null : duplicate.patientId());
  }

  @PostMapping("/preview")
  @Tagged(false)
  @Operation(operationId = "preview_cart")
  CartSummary preview(@RequestBody CartCreate cart) {
    return carts.preview(cart);
  }

  @GetMapping("/{cart_id}/explanation")
  @Operation(operationId = "explain_cart")
  CartExplanation explain(@PathVariable("cart_id") String cartId) {
    return carts.explain(cartId);
  }

  private static CartSort sort(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return CartSort.CREATED_DATE;
    }
    return CartSort.named(name)
        .orElseThrow(
            () ->
                new InvalidRequest(
                    Violation.of(
                        List.of("query", "sort_by"),
                        "carts are sorted by created_date, updated_date, expires_date, total, status or patient_name")));
  }

  private static boolean isAscending(@Nullable String direction) {
    if (direction == null || direction.isEmpty()) {
      return false;
    }
    return switch (direction.toLowerCase(Locale.ROOT)) {
      case "asc" -> true;
      case "desc" -> false;
      default ->
          throw new InvalidRequest(
              new Violation(
                  List.of("query", "sort_direction"), "Input should be 'asc' or 'desc'", "enum"));
    };
  }
}
