package org.cartwright.quotes.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.VisitTransactions.Reply;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.SessionCookies;
import org.cartwright.quotes.page.session.VisitorSession;
import org.cartwright.quotes.page.view.ClinicPageModel;
import org.cartwright.quotes.page.view.PageRenderer;
import org.cartwright.quotes.page.view.QuotePageModel;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * What the forms of the patient's page are answered with. Whatever changes something comes as a
 * form and is answered with the way back to the page, so that reloading it does nothing again.
 */
@Component
class PageReplies {

  static final String LINK = HtmlPages.PATH + "/{tenant}/{token}";
  static final String NEWEST = LINK + "/{newest:newest}";

  private final LinkAccess access;
  private final SessionCookies sessions;
  private final PageRenderer pages;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Texts texts;

  PageReplies(
      LinkAccess access,
      SessionCookies sessions,
      PageRenderer pages,
      Tenants tenants,
      TenantLogos logos,
      Texts texts) {
    this.access = access;
    this.sessions = sessions;
    this.pages = pages;
    this.tenants = tenants;
    this.logos = logos;
    this.texts = texts;
  }

  /** Answers a visitor at the end of a link, or as if there was no link. */
  ResponseEntity<?> at(
      LinkAddress link,
      HttpServletRequest request,
      BiFunction<LinkAddress, Function<Optional<LinkVisit>, Reply>, ResponseEntity<?>> visiting,
      Function<LinkVisit, Reply> somewhere,
      Supplier<Reply> nowhere) {
    try {
      return visiting.apply(link, visit -> visit.map(somewhere).orElseGet(nowhere));
    } catch (Missing goneMeanwhile) {
      return deadEnd(request);
    }
  }

  /** What the quote says, with the form to answer it. */
  Reply page(
      int status,
      LinkAddress link,
      LinkVisit visit,
      VisitorSession session,
      boolean isView,
      String message,
      Function<Words, @Nullable String> problem) {
    var shown = access.show(visit, isView);
    var tenant = tenants.current();
    var reader = reader(visit);
    return () -> {
      var tongue = reader.words().tongue();
      var sheet =
          QuotePageModel.of(shown, tenant.figures(shown.currency(), tongue), tenant.times(tongue));
      var form =
          new PageRenderer.Form(
              sessions.formToken(session), message, problem.apply(reader.words()));
      return HtmlPages.page(status).body(pages.quote(reader, link, sheet, form));
    };
  }

  /** The way back to a page, so that reloading it does nothing again. */
  static ResponseEntity<?> backTo(String path) {
    return ResponseEntity.status(303).location(URI.create(path)).build();
  }

  /** The same, to the byte, for every link that leads nowhere. */
  ResponseEntity<?> deadEnd(HttpServletRequest request) {
    return HtmlPages.page(404).body(pages.deadEnd(false, request));
  }

  /** Whom a page is for at the end of a link: the patient, in their language. */
  PageRenderer.Reader reader(LinkVisit visit) {
    return new PageRenderer.Reader(clinic(), texts.in(tenants.current().tongue(visit.language())));
  }

  /** Whom a page is for where nobody knows any more which patient it was. */
  PageRenderer.Reader reader(HttpServletRequest request) {
    return new PageRenderer.Reader(clinic(), pages.wordsFor(request));
  }

  private ClinicPageModel clinic() {
    return ClinicPageModel.of(tenants.current(), logos.hasOne());
  }
}
