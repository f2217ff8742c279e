package org.cartwright.orders.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.cartwright.carts.api.CartItemCreate;
import org.cartwright.carts.api.CartItemUpdate;
import org.cartwright.orders.DraftLines;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.BlockedBody;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.DraftUpdate;
import org.cartwright.orders.api.DraftWrite;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.orders.reserving.DraftReservations;
import org.cartwright.platform.Ids;
import org.cartwright.platform.json.Moment;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Draft orders over HTTP. */
@RestController
@RequestMapping("/orders/drafts")
@Tag(name = "Draft orders", description = "Carts as the draft orders of a shop.")
class DraftController {

  private final Drafts drafts;
  private final DraftLines lines;
  private final DraftReservations reservations;
  private final DraftQueries queries;

  DraftController(
      Drafts drafts, DraftLines lines, DraftReservations reservations, DraftQueries queries) {
    this.drafts = drafts;
    this.lines = lines;
    this.reservations = reservations;
    this.queries = queries;
  }

  @PostMapping
  @Operation(operationId = "create_draft")
  DraftDetail open(@RequestBody DraftWrite draft) {
    return drafts.open(draft);
  }

  @GetMapping("/{cart_id}")
  @Operation(operationId = "get_draft")
  DraftDetail get(@PathVariable("cart_id") String cartId) {
    return queries.get(cartId);
  }

  @PutMapping("/{cart_id}")
  @Operation(operationId = "replace_draft")
  DraftDetail replace(@PathVariable("cart_id") String cartId, @RequestBody DraftWrite draft) {
    return drafts.replace(cartId, draft);
  }

  @PatchMapping("/{cart_id}")
  @Operation(operationId = "update_draft")
  DraftDetail change(@PathVariable("cart_id") String cartId, @RequestBody DraftUpdate update) {
    return drafts.change(cartId, update);
  }

  @DeleteMapping("/{cart_id}")
  @Operation(operationId = "delete_draft")
  boolean delete(@PathVariable("cart_id") String cartId) {
    drafts.delete(cartId);
    return true;
  }

  @PostMapping("/{cart_id}/items")
  @Operation(operationId = "add_item_to_draft")
  DraftDetail add(@PathVariable("cart_id") String cartId, @RequestBody CartItemCreate item) {
    return lines.add(cartId, item);
  }

  @PutMapping("/{cart_id}/items/{item_id}")
  @Operation(operationId = "update_draft_item")
  DraftDetail changeLine(
      @PathVariable("cart_id") String cartId,
      @PathVariable("item_id") String itemId,
      @RequestBody CartItemUpdate item) {
    return lines.change(cartId, itemId, item);
  }

  @DeleteMapping("/{cart_id}/items/{item_id}")
  @Operation(operationId = "remove_item_from_draft")
  DraftDetail remove(
      @PathVariable("cart_id") String cartId, @PathVariable("item_id") String itemId) {
    return lines.remove(cartId, itemId);
  }

  @Schema(
      name = "DraftCouponWrite",
      description = "The coupon that is to be on a draft.",
      example =
          """
          {"code": "CORP50"}""")
  record CouponCode(
      @Schema(
              description = "In upper or lower case; kept whether or not it applies.",
              example = "CORP50")
          @Pattern(regexp = Ids.CLIENT_CHOSEN)
          String code) {}

  @PostMapping("/{cart_id}/coupon")
  @Operation(operationId = "put_coupon_on_draft")
  DraftDetail putCouponOn(@PathVariable("cart_id") String cartId, @RequestBody CouponCode coupon) {
    return lines.coupon(cartId, coupon.code());
  }

  @DeleteMapping("/{cart_id}/coupon")
  @Operation(operationId = "take_coupon_off_draft")
  DraftDetail takeCouponOff(@PathVariable("cart_id") String cartId) {
    return lines.coupon(cartId, null);
  }

  @Schema(
      name = "DraftReservationWrite",
      description = "Until when to hold stock for a draft.",
      example =
          """
          {"until": "2099-12-31T23:59:59Z"}""")
  record ReservationWish(
      @Schema(
              description =
                  "A date alone means the end of that day in the shop's time zone; a date-time "
                      + "without an offset is UTC.")
          Moment until) {}

  @PostMapping("/{cart_id}/reservation")
  @Operation(
      operationId = "reserve_stock_for_draft",
      responses = {
        @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true),
        @ApiResponse(
            responseCode = "409",
            description =
                "The draft's stock cannot be held now; everything that is in the way is named. "
                    + "Nothing changed.",
            content = @Content(schema = @Schema(implementation = BlockedBody.class)))
      })
  DraftDetail reserve(
      @PathVariable("cart_id") String cartId, @RequestBody ReservationWish reservation) {
    return reservations.reserve(cartId, reservation.until());
  }

  @DeleteMapping("/{cart_id}/reservation")
  @Operation(operationId = "release_stock_of_draft")
  DraftDetail release(@PathVariable("cart_id") String cartId) {
    return reservations.release(cartId);
  }
}
