package org.cartwright.console.taxes;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cartwright.catalog.items.Items;
import org.cartwright.catalog.taxes.TaxSummary;
import org.cartwright.catalog.taxes.Taxes;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.Asked;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.pricing.taxes.TaxScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The taxes that belong to no market: their list, and the page where one is changed. */
@Hidden
@Controller
class TaxesController {

  private static final String CATALOG = HtmlPages.CONSOLE + "/catalog";
  private static final String PATH = CATALOG + "/taxes";
  private static final String NEW = CATALOG + "/new-tax";
  private static final String TAX = PATH + "/{tax_id}";
  private static final String FORM = "tax";

  private final ConsolePages pages;
  private final TaxDesk desk;
  private final Taxes taxes;
  private final Items items;

  TaxesController(ConsolePages pages, TaxDesk desk, Taxes taxes, Items items) {
    this.pages = pages;
    this.desk = desk;
    this.taxes = taxes;
    this.items = items;
  }

  /**
   * A tax.
   *
   * @param percentage as the clinic writes it
   */
  record Row(
      String id,
      String name,
      String percentage,
      TaxScope scope,
      List<String> categories,
      List<String> locations) {}

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var figures = desk.figures();
    var rows =
        taxes.inForce().stream()
            .map(
                tax ->
                    new Row(
                        tax.id(),
                        tax.name(),
                        figures.shown(tax.percentage()),
                        tax.scope(),
                        tax.scope() == TaxScope.SPECIFIC_CATEGORIES
                            ? TaxForm.orNone(tax.categoryNames())
                            : List.of(),
                        TaxForm.orNone(tax.locationIds())))
            .toList();
    return HtmlPages.page(200)
        .body(
            pages.page(
                "taxes",
                request,
                Map.of("taxes", rows, "mayChange", session.member().role().mayChangeCatalog())));
  }

  @GetMapping(NEW)
  ResponseEntity<?> fresh(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(null, Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> levy(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    var trouble = Trouble.of(typed, () -> desk.levy(typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : page(null, trouble, session, request);
  }

  @GetMapping(TAX)
  ResponseEntity<?> tax(
      @PathVariable("tax_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return page(taxes.get(id), Trouble.NONE, session, request);
  }

  @PostMapping(TAX)
  ResponseEntity<?> change(
      @PathVariable("tax_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    return answer(id, Trouble.of(typed, () -> desk.change(id, typed, session)), session, request);
  }

  /** Exempts a whole category, and shows its items with what they are exempted from. */
  @PostMapping(TAX + "/exempt")
  ResponseEntity<?> exempt(
      @PathVariable("tax_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("exempt", request);
    var category = typed.field("category", "");
    var isExempt = !typed.field("do", "").equals("levy");
    var trouble = Trouble.of(typed, () -> desk.exempt(id, category, isExempt, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(
            Asked.address(CATALOG + "/items", Map.of("category", List.of(category))))
        : page(taxes.get(id), trouble, session, request);
  }

  @PostMapping(TAX + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("tax_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    return answer(id, Trouble.of(typed, () -> desk.archive(id, typed, session)), session, request);
  }

  private ResponseEntity<?> answer(
      String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH)
        : page(taxes.get(id), trouble, session, request);
  }

  private ResponseEntity<?> page(
      @Nullable TaxSummary tax,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    var ofItems = items.categories();
    var categories = new TreeSet<>(ofItems);
    if (tax != null) {
      words.put("id", tax.id());
      words.put("name", tax.name());
      categories.addAll(TaxForm.orNone(tax.categoryNames()));
    }
    words.put("form", tax == null ? TaxForm.NEW : TaxForm.of(tax, desk.figures()));
    words.put("categories", categories);
    words.put("ofItems", ofItems);
    words.put("mayChange", session.member().role().mayChangeCatalog());
    words.put("scopes", TaxScope.values());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("tax", request, words));
  }
}
