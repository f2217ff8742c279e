package org.cartwright.console.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * The pages of what is on offer, one of each item and package, where managers and owners change it
 * and others look at it. What they are alike in is here; where they lie, and what is told of the
 * one and not of the other, is said by who extends it.
 *
 * @param <D> what is on offer
 */
public abstract class OfferPages<D> {

  private final ConsolePages pages;
  private final Tenants tenants;
  private final String view;
  private final String path;

  /**
   * @param view the name of the template
   * @param path where the page of one of them lies, before its id
   */
  protected OfferPages(ConsolePages pages, Tenants tenants, String view, String path) {
    this.pages = pages;
    this.tenants = tenants;
    this.view = view;
    this.path = path;
  }

  /**
   * What stands on the page of each.
   *
   * @param price in the smallest unit of the clinic's currency
   */
  public record Offered(String id, String name, boolean isArchived, long price) {}

  /** The one with this id. */
  protected abstract D get(String id);

  /** What there is to say of one as of any. */
  protected abstract Offered described(D one);

  /** Puts among the words of a page what only such a one has; of none, for a new one. */
  protected abstract void tell(
      @Nullable D one,
      Map<String, Object> words,
      ConsoleSession session,
      HttpServletRequest request);

  /** Answers a form that enters a new one, by what does so and tells its id. */
  protected final ResponseEntity<?> entered(
      Typed typed, Supplier<String> entering, ConsoleSession session, HttpServletRequest request) {
    return Trouble.answering(
        typed, entering, this::saved, trouble -> page(null, trouble, session, request));
  }

  /** Answers a form that changes one, by what does so. */
  protected final ResponseEntity<?> changed(
      String id, Typed typed, Runnable change, ConsoleSession session, HttpServletRequest request) {
    var trouble = Trouble.of(typed, change);
    return trouble.isNone() ? saved(id) : page(get(id), trouble, session, request);
  }

  private ResponseEntity<?> saved(String id) {
    return ConsolePages.seeOther(path + "/" + id + "?saved");
  }

  /** The page of one, or of a new one. */
  protected final ResponseEntity<?> page(
      @Nullable D one, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    words.put("isSaved", trouble.isNone() && request.getParameter("saved") != null);
    words.put("mayChange", session.member().role().mayChangeCatalog());
    if (one != null) {
      var tenant = tenants.current();
      var offered = described(one);
      words.put("id", offered.id());
      words.put("name", offered.name());
      words.put("isArchived", offered.isArchived());
      words.put("money", tenant.figures(tenant.currency()).money(offered.price()));
    }
    tell(one, words, session, request);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page(view, request, words));
  }
}
