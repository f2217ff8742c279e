package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.quotes.access.BotDetection;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.VisitTransactions.Reply;
import org.cartwright.quotes.page.session.ConfirmationInput;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.RequestTransport;
import org.cartwright.quotes.page.session.SessionCookies;
import org.cartwright.quotes.page.session.VisitorSession;
import org.cartwright.quotes.page.view.ClinicPageModel;
import org.cartwright.quotes.page.view.ConfirmationPageModel;
import org.cartwright.quotes.page.view.PageRenderer;
import org.cartwright.quotes.page.view.QuotePageModel;
import org.cartwright.quotes.print.QuotePrinter;
import org.cartwright.tenancy.TenantLogos;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page at the end of a link. Whatever changes something comes as a form and is answered with
 * the way back to the page, so that reloading it does nothing again.
 */
@Hidden
@Controller
class PatientPageController {

  private static final String LINK = HtmlPages.PATH + "/{tenant}/{token}";
  private static final String NEWEST = LINK + "/{newest:newest}";

  private final VisitTransactions visits;
  private final LinkAccess door;
  private final QuotePrinter papers;
  private final SessionCookies sessions;
  private final PageRenderer pages;
  private final Tenants tenants;
  private final TenantLogos logos;
  private final Clock clock;

  PatientPageController(
      VisitTransactions visits,
      LinkAccess door,
      QuotePrinter papers,
      SessionCookies sessions,
      PageRenderer pages,
      Tenants tenants,
      TenantLogos logos,
      Clock clock) {
    this.visits = visits;
    this.door = door;
    this.papers = papers;
    this.sessions = sessions;
    this.pages = pages;
    this.tenants = tenants;
    this.logos = logos;
    this.clock = clock;
  }

  @GetMapping({LINK, NEWEST})
  ResponseEntity<?> open(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    var isPerson = BotDetection.isAPerson(request);
    Function<LinkVisit, Reply> opened =
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            var clinic = stationery();
            return () -> HtmlPages.page(200).body(pages.replaced(clinic, link));
          }
          var session = sessions.of(request, link, visit);
          if (session.isPresent() && !sessions.isBetterBegunAnew(session.get(), visit)) {
            return shown(link, visit, session.get(), isPerson);
          }
          if (visit.standing() == LinkVisit.Standing.ENDED) {
            return this::deadEnd;
          }
          return visit.challenge() == LinkVisit.Challenge.NONE
              ? shownToAnybody(link, visit, isPerson, RequestTransport.isTls(request))
              : asked(
                  link,
                  visit,
                  isPerson,
                  ConfirmationInput.Mishap.of(request.getParameter("again")));
        };
    return isPerson
        ? at(link, visits::note, opened, () -> this::deadEnd)
        : at(link, visits::look, opened, () -> this::deadEnd);
  }

  @PostMapping(
      path = {LINK + "/confirm", NEWEST + "/confirm"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> confirm(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    return at(
        link,
        visits::look,
        visit -> {
          if (visit.standing() == LinkVisit.Standing.ENDED) {
            return this::deadEnd;
          }
          if (visit.standing() == LinkVisit.Standing.REPLACED
              || visit.challenge() == LinkVisit.Challenge.NONE) {
            return () -> backTo(link.path());
          }
          var said = ConfirmationInput.in(request, visit.challenge(), clock);
          var text = said.text();
          if (text == null) {
            return () -> again(link, said.mishap());
          }
          // Only once the link was followed, and in a transaction of its own: it is known now for
          // whose turn to wait, and whoever waits for a turn is to hold no connection.
          return () -> confirmed(link, visit, text, RequestTransport.isTls(request));
        },
        () -> this::deadEnd);
  }

  private ResponseEntity<?> confirmed(
      LinkAddress link, LinkVisit visit, String said, boolean secure) {
    if (!door.confirm(visit, said)) {
      return again(link, ConfirmationInput.Mishap.WRONG);
    }
    var cookie = sessions.cookie(sessions.begin(link, visit), link, secure);
    return ResponseEntity.status(303)
        .location(URI.create(link.path()))
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .build();
  }

  @PostMapping(
      path = {LINK + "/answer", NEWEST + "/answer"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> answer(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    var answer = AnswerForm.in(request);
    Function<LinkVisit, Reply> given =
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            return () -> backTo(link.path());
          }
          var session = sessions.of(request, link, visit);
          if (session.isEmpty() && visit.standing() == LinkVisit.Standing.ENDED) {
            return this::deadEndOfAnAnswer;
          }
          if (session.isEmpty()
              || !sessions.isFormToken(request.getParameter("token"), session.get())) {
            var clinic = stationery();
            return () -> HtmlPages.page(403).body(pages.openTooLong(clinic, link));
          }
          if (answer.problem() != null) {
            return page(422, link, visit, session.get(), false, answer.message(), answer.problem());
          }
          door.answer(visit, answer.by(session.get().passed()));
          return () -> backTo(link.path());
        };
    Supplier<Reply> nowhere =
        () -> isOfThePage(link, request) ? notRecorded(link, null) : this::deadEndOfAnAnswer;
    if (answer.problem() != null) {
      return at(link, visits::look, given, nowhere);
    }
    try {
      return at(link, visits::note, given, nowhere);
    } catch (Conflict refused) {
      // Nothing of a refused answer stays, so how the quote stands is read in another transaction.
      return at(
          link,
          visits::look,
          visit -> notRecorded(link, door.show(visit, false).status()),
          () -> notRecorded(link, null));
    }
  }

  @GetMapping({LINK + "/quote.pdf", NEWEST + "/quote.pdf"})
  ResponseEntity<?> pdf(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    return at(
        link,
        visits::look,
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            return () -> backTo(link.path());
          }
          if (sessions.of(request, link, visit).isEmpty()) {
            return visit.standing() == LinkVisit.Standing.ENDED
                ? this::deadEnd
                : () -> backTo(link.path());
          }
          var paper = papers.read(visit.quoteId());
          return () -> PdfResponse.named("quote-" + visit.quoteId(), paper.get());
        },
        () -> this::deadEnd);
  }

  /** Whether it comes from a page that was shown here, while the link still led somewhere. */
  private boolean isOfThePage(LinkAddress link, HttpServletRequest request) {
    return link.isPossible()
        && sessions
            .left(request, link)
            .filter(session -> sessions.isFormToken(request.getParameter("token"), session))
            .isPresent();
  }

  /** Why an answer was not taken, in a patient's words: the refusal itself speaks to the desk. */
  private Reply notRecorded(LinkAddress link, @Nullable QuoteStatus status) {
    var clinic = stationery();
    return () -> HtmlPages.page(409).body(pages.notRecorded(clinic, link, status));
  }

  private Reply shown(LinkAddress link, LinkVisit visit, VisitorSession session, boolean isView) {
    return page(200, link, visit, session, isView, "", null);
  }

  private Reply shownToAnybody(LinkAddress link, LinkVisit visit, boolean isView, boolean secure) {
    var session = sessions.begin(link, visit);
    var page = shown(link, visit, session, isView);
    return () ->
        HtmlPages.page(200)
            .header(HttpHeaders.SET_COOKIE, sessions.cookie(session, link, secure).toString())
            .body(page.make().getBody());
  }

  private Reply page(
      int status,
      LinkAddress link,
      LinkVisit visit,
      VisitorSession session,
      boolean isView,
      String message,
      @Nullable String problem) {
    var shown = door.show(visit, isView);
    var tenant = tenants.current();
    var clinic = stationery();
    return () -> {
      var sheet = QuotePageModel.of(shown, tenant.figures(), tenant.times());
      var form = new PageRenderer.Form(sessions.formToken(session), message, problem);
      return HtmlPages.page(status).body(pages.quote(clinic, link, sheet, form));
    };
  }

  private Reply asked(
      LinkAddress link,
      LinkVisit visit,
      boolean isPerson,
      Optional<ConfirmationInput.Mishap> mishap) {
    if (isPerson) {
      door.opened(visit);
    }
    var question = ConfirmationPageModel.of(visit, tenants.current().figures().locale(), mishap);
    var clinic = stationery();
    return () -> HtmlPages.page(200).body(pages.question(clinic, link, question));
  }

  private static ResponseEntity<?> again(
      LinkAddress link, ConfirmationInput.@Nullable Mishap mishap) {
    return backTo(link.path() + (mishap == null ? "" : "?again=" + mishap.word()));
  }

  private static ResponseEntity<?> backTo(String path) {
    return ResponseEntity.status(303).location(URI.create(path)).build();
  }

  /** The same, to the byte, for every link that leads nowhere. */
  private ResponseEntity<?> deadEnd() {
    return HtmlPages.page(404).body(pages.deadEnd(false));
  }

  private ResponseEntity<?> deadEndOfAnAnswer() {
    return HtmlPages.page(404).body(pages.deadEnd(true));
  }

  private ClinicPageModel stationery() {
    return ClinicPageModel.of(tenants.current(), logos.hasOne());
  }

  /** Answers a visitor at the end of a link, or as if there was no link. */
  private ResponseEntity<?> at(
      LinkAddress link,
      BiFunction<LinkAddress, Function<Optional<LinkVisit>, Reply>, ResponseEntity<?>> visiting,
      Function<LinkVisit, Reply> somewhere,
      Supplier<Reply> nowhere) {
    try {
      return visiting.apply(link, visit -> visit.map(somewhere).orElseGet(nowhere));
    } catch (Missing goneMeanwhile) {
      return deadEnd();
    }
  }
}
