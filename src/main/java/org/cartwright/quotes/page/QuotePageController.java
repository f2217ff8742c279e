package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.RequestTransport;
import org.cartwright.quotes.access.BotDetection;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.VisitTransactions.Reply;
import org.cartwright.quotes.page.session.ConfirmationInput;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.SessionCookies;
import org.cartwright.quotes.page.session.VisitorSession;
import org.cartwright.quotes.page.view.ConfirmationPageModel;
import org.cartwright.quotes.page.view.PageRenderer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page at the end of a link: what the quote says, or the question who is asking. */
@Hidden
@Controller
class QuotePageController {

  private final PageReplies replies;
  private final VisitTransactions visits;
  private final LinkAccess access;
  private final SessionCookies sessions;
  private final PageRenderer pages;

  QuotePageController(
      PageReplies replies,
      VisitTransactions visits,
      LinkAccess access,
      SessionCookies sessions,
      PageRenderer pages) {
    this.replies = replies;
    this.visits = visits;
    this.access = access;
    this.sessions = sessions;
    this.pages = pages;
  }

  @GetMapping({PageReplies.LINK, PageReplies.NEWEST})
  ResponseEntity<?> open(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    var isPerson = BotDetection.isAPerson(request);
    Function<LinkVisit, Reply> opened =
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            var reader = replies.reader(visit);
            return () -> HtmlPages.page(200).body(pages.replaced(reader, link, false));
          }
          var session = sessions.of(request, link, visit);
          if (session.isPresent() && !sessions.isBetterBegunAnew(session.get(), visit)) {
            return shown(link, visit, session.get(), isPerson);
          }
          if (visit.standing() == LinkVisit.Standing.ENDED) {
            return () -> replies.deadEnd(request);
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
        ? replies.at(link, request, visits::note, opened, () -> () -> replies.deadEnd(request))
        : replies.at(link, request, visits::look, opened, () -> () -> replies.deadEnd(request));
  }

  private Reply shown(LinkAddress link, LinkVisit visit, VisitorSession session, boolean isView) {
    return replies.page(200, link, visit, session, isView, "", words -> null);
  }

  private Reply shownToAnybody(LinkAddress link, LinkVisit visit, boolean isView, boolean secure) {
    var session = sessions.begin(link, visit);
    var page = shown(link, visit, session, isView);
    return () ->
        HtmlPages.page(200)
            .header(HttpHeaders.SET_COOKIE, sessions.cookie(session, link, secure).toString())
            .body(page.make().getBody());
  }

  private Reply asked(
      LinkAddress link,
      LinkVisit visit,
      boolean isPerson,
      Optional<ConfirmationInput.Mishap> mishap) {
    if (isPerson) {
      access.opened(visit);
    }
    var reader = replies.reader(visit);
    var question = ConfirmationPageModel.of(visit, reader.words(), mishap);
    return () -> HtmlPages.page(200).body(pages.question(reader, link, question));
  }
}
