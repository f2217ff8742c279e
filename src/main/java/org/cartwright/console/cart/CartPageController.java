package org.cartwright.console.cart;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.catalog.Shelf;
import org.cartwright.catalog.items.Items;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.Undo;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A cart's page and its forms. */
@Hidden
@Controller
class CartPageController {

  static final String CARTS = HtmlPages.CONSOLE + "/carts";
  static final String CHARGES = HtmlPages.CONSOLE + "/charges";

  private static final String CART = CARTS + "/{cart_id}";
  private static final int MOST_GOODS = 30;

  private final ConsolePages pages;
  private final CartDesk desk;
  private final CopyDesk copies;
  private final CartQueries queries;
  private final Shelf shelf;
  private final Items items;
  private final Tenants tenants;

  CartPageController(
      ConsolePages pages,
      CartDesk desk,
      CopyDesk copies,
      CartQueries queries,
      Shelf shelf,
      Items items,
      Tenants tenants) {
    this.pages = pages;
    this.desk = desk;
    this.copies = copies;
    this.queries = queries;
    this.shelf = shelf;
    this.items = items;
    this.tenants = tenants;
  }

  @GetMapping(CART)
  ResponseEntity<?> cart(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return queries.isOfAMarket(cartId)
        ? ConsolePages.seeOther(HtmlPages.CONSOLE + "/drafts/" + cartId)
        : page(cartId, Trouble.NONE, session, request);
  }

  @PostMapping(CART + "/items")
  ResponseEntity<?> add(
      @PathVariable("cart_id") String cartId,
      @RequestParam(name = "goods", defaultValue = "") String goods,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var kindAndId = goods.split(":", 2);
    if (kindAndId.length < 2) {
      throw Missing.a("Item");
    }
    var isItem = kindAndId[0].equals("item");
    var edit = Typed.of("add", request);
    return doing(
        cartId,
        edit,
        session,
        request,
        () ->
            desk.add(
                cartId,
                isItem ? kindAndId[1] : null,
                isItem ? null : kindAndId[1],
                edit,
                session.member().role()));
  }

  @PostMapping(CART + "/items/{item_id}")
  ResponseEntity<?> change(
      @PathVariable("cart_id") String cartId,
      @PathVariable("item_id") String lineId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("line-" + lineId, request);
    var role = session.member().role();
    return doing(
        cartId,
        edit,
        session,
        request,
        () ->
            "remove".equals(edit.fields().get("do"))
                ? desk.remove(cartId, lineId, edit, role)
                : desk.change(cartId, lineId, edit, role));
  }

  @PostMapping(CART)
  ResponseEntity<?> changeHead(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("head", request);
    return doing(
        cartId,
        edit,
        session,
        request,
        () -> desk.changeHead(cartId, edit, session.member().role()));
  }

  @PostMapping(CART + "/status")
  ResponseEntity<?> become(
      @PathVariable("cart_id") String cartId,
      @RequestParam("status") CartStatus status,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("status", request);
    var trouble = Trouble.of(edit, () -> desk.become(cartId, status, edit));
    return trouble.isNone() ? to(cartId) : page(cartId, trouble, session, request);
  }

  @PostMapping(CART + "/charge")
  ResponseEntity<?> charge(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("charge", request);
    return Trouble.answering(
        edit,
        () -> desk.charge(cartId, edit),
        charge -> ConsolePages.seeOther(CHARGES + "/" + charge),
        trouble -> page(cartId, trouble, session, request));
  }

  @PostMapping(CART + "/duplicate")
  ResponseEntity<?> duplicate(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    try {
      return to(copies.copy(cartId, null, session.member().role()).id());
    } catch (Refusal refused) {
      return page(cartId, Trouble.of(Typed.of("duplicate", request), refused), session, request);
    }
  }

  @PostMapping(CART + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of("delete", request);
    var trouble = Trouble.of(edit, () -> desk.delete(cartId, edit));
    return trouble.isNone()
        ? ConsolePages.seeOther(CARTS)
        : page(cartId, trouble, session, request);
  }

  private ResponseEntity<?> doing(
      String cartId,
      Typed edit,
      ConsoleSession session,
      HttpServletRequest request,
      Supplier<Undo> work) {
    return Trouble.answering(
        edit,
        work,
        undo ->
            ConsolePages.isLively(request)
                ? page(cartId, Trouble.NONE, undo, session, request)
                : to(cartId),
        trouble -> page(cartId, trouble, session, request));
  }

  private static ResponseEntity<?> to(String cartId) {
    return ConsolePages.seeOther(CARTS + "/" + cartId);
  }

  private ResponseEntity<?> page(
      String cartId, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return page(cartId, trouble, null, session, request);
  }

  private ResponseEntity<?> page(
      String cartId,
      Trouble trouble,
      @Nullable Undo undo,
      ConsoleSession session,
      HttpServletRequest request) {
    var cart = queries.get(cartId);
    var standing = queries.standing(cartId);
    var tenant = tenants.current();
    Trail.shows("cart", cart.id());
    Trail.shows("patient", cart.patient().id());
    var given = request.getParameter("q");
    var search = given == null ? "" : Asked.search(given);
    var words = new HashMap<String, Object>();
    words.put("cart", CartSheet.of(cart, standing, tenant));
    words.put("figures", tenant.figures(tenant.currency()));
    words.put("search", search);
    var part = request.getParameter("part");
    var choice = ShelfChoice.of(part == null ? "" : part, items.categories());
    words.put("choice", choice);
    words.put("shelf", shelf.find(search, choice.part(), MOST_GOODS));
    words.put(
        "changes",
        trouble.isStale() ? CartSight.of(cart).changesSince(trouble.stale()) : List.of());
    trouble.tell(words);
    words.put("role", session.member().role());
    words.put("undo", undo);
    var answer = HtmlPages.page(trouble.status());
    if (trouble.isStale() || !trouble.refusal().isEmpty()) {
      answer.header("HX-Retarget", "#cart").header("HX-Reselect", "#cart");
    }
    return answer.body(pages.page("cart", request, words));
  }
}
