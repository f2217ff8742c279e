package org.cartwright.console.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cartwright.catalog.markets.Markets;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.lines.Undo;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.orders.api.DraftDetail;
import org.cartwright.orders.api.PaymentMethod;
import org.cartwright.orders.reading.DraftQueries;
import org.cartwright.orders.reading.OrderQueries;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws a draft's page, after a change that was made or was not. */
@Component
class DraftPage {

  static final String DRAFTS = HtmlPages.CONSOLE + "/drafts";
  static final String DRAFT = DRAFTS + "/{cart_id}";
  static final String ORDERS = HtmlPages.CONSOLE + "/orders";

  /** Has an order's page say that its draft was placed before something was done about it. */
  private static final String PLACED = "?placed";

  private final ConsolePages pages;
  private final DraftQueries drafts;
  private final OrderQueries orders;
  private final DraftSides sides;
  private final Markets markets;
  private final Tenants tenants;

  DraftPage(
      ConsolePages pages,
      DraftQueries drafts,
      OrderQueries orders,
      DraftSides sides,
      Markets markets,
      Tenants tenants) {
    this.pages = pages;
    this.drafts = drafts;
    this.orders = orders;
    this.sides = sides;
    this.markets = markets;
    this.tenants = tenants;
  }

  /** Does something to a draft and shows it, or shows why that was not done. */
  ResponseEntity<?> doing(String id, Typed typed, HttpServletRequest request, Runnable work) {
    return changing(
        id,
        typed,
        request,
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * The same for what can be taken back, unless there is nothing that takes it back. Where the
   * draft was placed meanwhile, its order's page says that this was not done.
   */
  ResponseEntity<?> changing(
      String id, Typed typed, HttpServletRequest request, Supplier<@Nullable Undo> work) {
    try {
      return Trouble.answering(
          typed,
          work,
          undo ->
              ConsolePages.isLively(request)
                  ? page(id, Trouble.NONE, undo, request)
                  : ConsolePages.seeOther(DRAFTS + "/" + id),
          trouble -> page(id, trouble, request));
    } catch (Missing gone) {
      return on(order(id, gone) + PLACED, request);
    }
  }

  /**
   * Does something after which another page is to be seen, or shows why that was not done. Where
   * the draft was placed meanwhile, its order's page says so.
   */
  ResponseEntity<?> leaving(
      String id, Typed typed, HttpServletRequest request, Supplier<String> work) {
    return leaving(id, typed, request, PLACED, work);
  }

  /** Places it; where it was placed already, that is what was wanted. */
  ResponseEntity<?> placing(
      String id, Typed typed, HttpServletRequest request, Supplier<String> work) {
    return leaving(id, typed, request, "", work);
  }

  private ResponseEntity<?> leaving(
      String id, Typed typed, HttpServletRequest request, String saying, Supplier<String> work) {
    try {
      return Trouble.answering(
          typed, work, path -> on(path, request), trouble -> page(id, trouble, request));
    } catch (Missing gone) {
      return on(order(id, gone) + saying, request);
    }
  }

  /** A script of the page is told to lead on, or it would put the other page into this one. */
  private static ResponseEntity<?> on(String path, HttpServletRequest request) {
    return ConsolePages.isLively(request)
        ? ResponseEntity.noContent().header("HX-Redirect", path).build()
        : ConsolePages.seeOther(path);
  }

  /** The page as it is. */
  ResponseEntity<?> show(String id, HttpServletRequest request) {
    try {
      return page(id, Trouble.NONE, request);
    } catch (Missing gone) {
      return on(order(id, gone), request);
    }
  }

  /** The way to the order that a draft became. */
  private String order(String id, Missing gone) {
    return ORDERS + "/" + orders.ofDraft(id).orElseThrow(() -> gone).id();
  }

  private ResponseEntity<?> page(String id, Trouble trouble, HttpServletRequest request) {
    return page(id, trouble, null, request);
  }

  private ResponseEntity<?> page(
      String id, Trouble trouble, @Nullable Undo undo, HttpServletRequest request) {
    var draft = drafts.get(id);
    Trail.shows("cart", draft.id());
    if (draft.customerId() != null) {
      Trail.shows("patient", draft.customerId());
    }
    var words = new HashMap<String, Object>();
    trouble.tell(words);
    words.put(
        "changes",
        trouble.isStale() ? DraftSight.of(draft).changesSince(trouble.stale()) : List.of());
    words.putAll(words(draft, request));
    words.put("undo", undo);
    var answer = HtmlPages.page(trouble.status());
    if (trouble.isStale() || !trouble.refusal().isEmpty()) {
      answer.header("HX-Retarget", "#cart").header("HX-Reselect", "#cart");
    }
    return answer.body(pages.page("draft", request, words));
  }

  private Map<String, Object> words(DraftDetail draft, HttpServletRequest request) {
    var tenant = tenants.current();
    var figures = tenant.figures(Currency.getInstance(draft.currency()));
    var words = new HashMap<String, Object>();
    words.put("draft", draft);
    words.put("sheet", DraftSheet.of(draft, tenant));
    words.put("role", ConsoleSession.current().orElseThrow().member().role());
    words.put("markets", markets.onSale());
    words.put("payments", PaymentMethod.values());
    words.putAll(sides.of(draft, figures, request));
    return words;
  }
}
