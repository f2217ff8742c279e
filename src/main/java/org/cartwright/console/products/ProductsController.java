package org.cartwright.console.products;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of products, the page on which one is made, and a product by itself. */
@Hidden
@Controller
class ProductsController {

  static final String PATH = HtmlPages.CONSOLE + "/catalog/products";
  private static final String NEW = PATH + "/new";
  private static final String PRODUCT = PATH + "/{product_id}";

  private final ConsolePages pages;
  private final ProductDesk desk;
  private final ProductShelf shelf;

  ProductsController(ConsolePages pages, ProductDesk desk, ProductShelf shelf) {
    this.pages = pages;
    this.desk = desk;
    this.shelf = shelf;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @RequestParam(name = "q", defaultValue = "") String search,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "page", defaultValue = "") String page,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var filter = ProductFilter.of(search, order, page);
    var words = new HashMap<>(shelf.list(filter));
    words.put("filter", filter);
    return page("products", words, Trouble.NONE, session, request);
  }

  @GetMapping(NEW)
  ResponseEntity<?> blank(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page("new-product", Map.of(), Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> create(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("product", request);
    return Trouble.answering(
        typed,
        () -> desk.create(typed, session),
        product -> ConsolePages.seeOther(PATH + "/" + product),
        trouble -> page("new-product", Map.of(), trouble, session, request));
  }

  @GetMapping(PRODUCT)
  ResponseEntity<?> product(
      @PathVariable("product_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page("product", shelf.open(id), Trouble.NONE, session, request);
  }

  @PostMapping(PRODUCT)
  ResponseEntity<?> change(
      @PathVariable("product_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("product", request);
    var trouble = Trouble.of(typed, () -> desk.change(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH + "/" + id)
        : page("product", shelf.open(id), trouble, session, request);
  }

  @PostMapping(PRODUCT + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("product_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    var trouble = Trouble.of(typed, () -> desk.delete(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH)
        : page("product", shelf.open(id), trouble, session, request);
  }

  private ResponseEntity<?> page(
      String template,
      Map<String, Object> of,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = new HashMap<>(of);
    words.put("blank", Map.of());
    words.put("mayKeep", session.member().role().mayChangeCatalog());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page(template, request, words));
  }
}
