package org.cartwright.console.quote;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.reading.CartQueries;
import org.cartwright.console.cart.CartSheet;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.terms.QuoteDefaults;
import org.cartwright.quotes.terms.TermsTemplate;
import org.cartwright.quotes.terms.TermsTemplates;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a cart is sent to its patient as a quote. */
@Hidden
@Controller
class OfferController {

  private static final String FORM = HtmlPages.CONSOLE + "/carts/{cart_id}/quote";

  private static final String QUOTE = "quote";
  private static final String TEMPLATE = "template";

  private final ConsolePages pages;
  private final OfferDesk desk;
  private final CartQueries carts;
  private final TermsTemplates terms;
  private final QuoteDefaults defaults;
  private final Tenants tenants;
  private final Texts texts;

  OfferController(
      ConsolePages pages,
      OfferDesk desk,
      CartQueries carts,
      TermsTemplates terms,
      QuoteDefaults defaults,
      Tenants tenants,
      Texts texts) {
    this.pages = pages;
    this.desk = desk;
    this.carts = carts;
    this.terms = terms;
    this.defaults = defaults;
    this.tenants = tenants;
    this.texts = texts;
  }

  @GetMapping(FORM)
  ResponseEntity<?> form(@PathVariable("cart_id") String cartId, HttpServletRequest request) {
    return form(cartId, Trouble.NONE, request);
  }

  @PostMapping(FORM)
  ResponseEntity<?> send(
      @PathVariable("cart_id") String cartId,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var edit = Typed.of(QUOTE, request);
    return Trouble.answering(
        edit,
        () -> desk.send(cartId, session.member().id(), edit).id(),
        QuotePageController::to,
        trouble -> form(cartId, trouble, request));
  }

  /** Puts the text of terms that the clinic keeps into the form; sends nothing. */
  @PostMapping(FORM + "/terms")
  ResponseEntity<?> fill(
      @PathVariable("cart_id") String cartId,
      @RequestParam(name = TEMPLATE, defaultValue = "") String template,
      HttpServletRequest request) {
    var typed = Typed.of(QUOTE, request);
    var fields = new HashMap<>(typed.fields());
    var text = text(template);
    if (text.isEmpty()) {
      return form(
          cartId,
          Trouble.of(typed, typed.problem(Map.of(TEMPLATE, "send.problem.template"))),
          request);
    }
    fields.put("terms", text.get());
    return form(cartId, Trouble.filled(QUOTE, fields), request);
  }

  /** The text of terms, or that of none; nothing if there are no such terms. */
  private Optional<String> text(String template) {
    return template.isEmpty()
        ? Optional.of("")
        : terms.all().stream()
            .filter(it -> it.id().equals(template))
            .map(TermsTemplate::text)
            .findFirst();
  }

  private ResponseEntity<?> form(String cartId, Trouble trouble, HttpServletRequest request) {
    var cart = carts.get(cartId);
    Trail.shows("cart", cart.id());
    Trail.shows("patient", cart.patient().id());
    var clinic = tenants.current();
    var sheet = CartSheet.of(cart, carts.standing(cartId), clinic);
    var theirs = texts.in(clinic.tongue(cart.patient().language()));
    var words = new HashMap<String, Object>();
    words.put("untitled", theirs.say("offer.title.for", sheet.patient()));
    if (!theirs.tongue().equals(clinic.tongue(null))) {
      words.put("theirs", theirs.tongue().words().getLanguage());
    }
    words.put("cart", sheet);
    words.put("canBeSent", sheet.isOpen() && cart.status() == CartStatus.DRAFT);
    words.put("hasEmail", cart.patient().email() != null);
    words.put("hasPhone", cart.patient().phoneNumber() != null);
    words.put("email", cart.patient().email() == null ? "" : cart.patient().email());
    words.put("zone", zone(request));
    words.putAll(beginning());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("send-quote", request, words));
  }

  /** How the form is filled in before anybody types, and which terms there are to choose from. */
  private Map<String, Object> beginning() {
    var kept = terms.all();
    var begins = defaults.current();
    var chosen = Objects.requireNonNullElse(begins.termsId(), "");
    var days = begins.validityDays();
    return Map.of(
        "templates",
        kept,
        "template",
        chosen,
        "terms",
        kept.stream()
            .filter(it -> it.id().equals(chosen))
            .map(TermsTemplate::text)
            .findFirst()
            .orElse(""),
        "validity",
        days == null ? "two-weeks" : days.toString(),
        "days",
        days == null ? 0 : days);
  }

  private String zone(HttpServletRequest request) {
    return tenants
        .current()
        .timeZone()
        .getDisplayName(TextStyle.FULL, ConsolePages.language(request));
  }
}
