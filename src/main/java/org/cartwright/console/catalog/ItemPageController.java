package org.cartwright.console.catalog;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.catalog.Unit;
import org.cartwright.catalog.items.ItemDetail;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.pricing.taxes.ItemType;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An item's page, where managers and owners change it and others look at it. */
@Hidden
@Controller
class ItemPageController extends OfferPages<ItemDetail> {

  private static final String NEW = ItemsController.CATALOG + "/new-item";
  private static final String ITEM = ItemsController.PATH + "/{item_id}";
  private static final String FORM = "item";

  private final ItemDesk desk;
  private final Items items;
  private final Taxes taxes;

  ItemPageController(ConsolePages pages, ItemDesk desk, Items items, Taxes taxes, Tenants tenants) {
    super(pages, tenants, "item", ItemsController.PATH);
    this.desk = desk;
    this.items = items;
    this.taxes = taxes;
  }

  /** A tax that an item may be exempt from, and the field that says so. */
  record Levy(String field, String name, String percentage) {}

  @GetMapping(NEW)
  ResponseEntity<?> fresh(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(null, Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> enter(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return entered(typed, () -> desk.enter(typed, session), session, request);
  }

  @GetMapping(ITEM)
  ResponseEntity<?> item(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(items.get(id), Trouble.NONE, session, request);
  }

  @PostMapping(ITEM)
  ResponseEntity<?> change(
      @PathVariable("item_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return changed(id, typed, () -> desk.change(id, typed, session), session, request);
  }

  @PostMapping(ITEM + "/sale")
  ResponseEntity<?> sell(
      @PathVariable("item_id") String id,
      @RequestParam(name = "on", defaultValue = "false") boolean isOnSale,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("sale", request);
    return changed(id, typed, () -> desk.sell(id, isOnSale, typed, session), session, request);
  }

  @PostMapping(ITEM + "/favourite")
  ResponseEntity<?> favour(
      @PathVariable("item_id") String id,
      @RequestParam(name = "on", defaultValue = "false") boolean isFavourite,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("favourite", request);
    return changed(id, typed, () -> desk.favour(id, isFavourite, typed, session), session, request);
  }

  @Override
  protected ItemDetail get(String id) {
    return items.get(id);
  }

  @Override
  protected Offered described(ItemDetail item) {
    return new Offered(item.id(), item.name(), item.isArchived(), item.price());
  }

  @Override
  protected void tell(
      @Nullable ItemDetail item,
      Map<String, Object> words,
      ConsoleSession session,
      HttpServletRequest request) {
    var figures = desk.figures();
    words.put("form", item == null ? ItemForm.NEW : ItemForm.of(item, figures));
    words.put("isFavourite", item != null && !items.favourites(Set.of(item.id())).isEmpty());
    words.put("categories", items.categories());
    words.put("units", Unit.values());
    words.put("types", ItemType.values());
    words.put(
        "levies",
        taxes.named().stream()
            .map(
                tax ->
                    new Levy(
                        ItemForm.EXEMPT + tax.id(),
                        ItemListing.name(tax),
                        figures.shown(tax.percentage())))
            .collect(Collectors.toUnmodifiableList()));
  }
}
