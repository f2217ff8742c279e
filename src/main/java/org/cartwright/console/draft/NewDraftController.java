package org.cartwright.console.draft;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import org.cartwright.catalog.markets.MarketTerms;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.draft.customer.TypedCustomer;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.orders.Drafts;
import org.cartwright.orders.api.DraftWrite;
import org.cartwright.patients.PatientQueries;
import org.cartwright.patients.api.PatientSummaryWithMemberships;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a draft begins: with the market, and then with whoever buys, if that is known yet. */
@Hidden
@Controller
class NewDraftController {

  static final String PATH = DraftPage.DRAFTS + "/new";

  private static final int MOST_CUSTOMERS = 12;

  private final ConsolePages pages;
  private final Markets markets;
  private final PatientQueries patients;
  private final Drafts drafts;
  private final TypedCustomer customers;

  NewDraftController(
      ConsolePages pages,
      Markets markets,
      PatientQueries patients,
      Drafts drafts,
      TypedCustomer customers) {
    this.pages = pages;
    this.markets = markets;
    this.patients = patients;
    this.drafts = drafts;
    this.customers = customers;
  }

  @GetMapping(PATH)
  ResponseEntity<?> begin(HttpServletRequest request) {
    return page(Trouble.NONE, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> open(HttpServletRequest request) {
    var typed = Typed.of("customer", request);
    return Trouble.answering(
        typed,
        () -> drafts.open(wanted(typed)).id(),
        draft -> ConsolePages.seeOther(DraftPage.DRAFTS + "/" + draft),
        trouble -> page(trouble, request));
  }

  private DraftWrite wanted(Typed typed) {
    var customer = typed.field("nobody", "").isEmpty() ? customers.read(typed) : null;
    return DraftWrite.begun(typed.field("market", ""), customer);
  }

  private ResponseEntity<?> page(Trouble trouble, HttpServletRequest request) {
    var onSale = markets.onSale();
    var who = DraftSides.search(request, "who");
    var found =
        who.isEmpty()
            ? List.<PatientSummaryWithMemberships>of()
            : patients.search(who, MOST_CUSTOMERS);
    found.forEach(one -> Trail.shows("patient", one.id()));
    var words = new HashMap<String, Object>();
    words.put("markets", onSale);
    words.put("market", chosen(onSale, request));
    words.put("who", who);
    words.put("found", found);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("new-draft", request, words));
  }

  /** The market that was chosen, or the only one there is; nothing while that is to be chosen. */
  private static @Nullable MarketTerms chosen(List<MarketTerms> all, HttpServletRequest request) {
    var asked = request.getParameter("market");
    return all.size() == 1
        ? all.getFirst()
        : all.stream().filter(one -> one.id().equals(asked)).findFirst().orElse(null);
  }
}
