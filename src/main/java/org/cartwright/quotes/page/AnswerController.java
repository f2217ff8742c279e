package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.errors.Conflict;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.VisitTransactions.Reply;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.SessionCookies;
import org.cartwright.quotes.page.view.PageRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form with which a quote is answered. */
@Hidden
@Controller
class AnswerController {

  private final PageReplies replies;
  private final VisitTransactions visits;
  private final LinkAccess access;
  private final SessionCookies sessions;
  private final PageRenderer pages;

  AnswerController(
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

  @PostMapping(
      path = {PageReplies.LINK + "/answer", PageReplies.NEWEST + "/answer"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> answer(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    var answer = AnswerForm.in(request);
    Function<LinkVisit, Reply> given =
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            return replaced(link, visit);
          }
          var session = sessions.of(request, link, visit);
          if (session.isEmpty() && visit.standing() == LinkVisit.Standing.ENDED) {
            return () -> deadEndOfAnAnswer(request);
          }
          var reader = replies.reader(visit);
          if (session.isEmpty()
              || !sessions.isFormToken(request.getParameter("token"), session.get())) {
            return () -> HtmlPages.page(403).body(pages.openTooLong(reader, link));
          }
          if (answer.problem() != null) {
            return replies.page(
                422, link, visit, session.get(), false, answer.message(), answer::sentence);
          }
          if (!answer.isIn(reader.words())) {
            return notRecorded(link, reader, access.show(visit, false).status());
          }
          access.answer(visit, answer.by(session.get().passed()));
          return () -> PageReplies.backTo(link.path());
        };
    Supplier<Reply> nowhere =
        () ->
            isOfThePage(link, request)
                ? notRecorded(link, replies.reader(request), null)
                : () -> deadEndOfAnAnswer(request);
    if (answer.problem() != null) {
      return replies.at(link, request, visits::look, given, nowhere);
    }
    try {
      return replies.at(link, request, visits::note, given, nowhere);
    } catch (Conflict refused) {
      // Nothing of a refused answer stays, so how the quote stands is read in another transaction.
      return replies.at(
          link,
          request,
          visits::look,
          visit ->
              visit.standing() == LinkVisit.Standing.REPLACED
                  ? replaced(link, visit)
                  : notRecorded(link, replies.reader(visit), access.show(visit, false).status()),
          () -> notRecorded(link, replies.reader(request), null));
    }
  }

  /** Whether it comes from a page that was shown here, while the link still led somewhere. */
  private boolean isOfThePage(LinkAddress link, HttpServletRequest request) {
    return link.isPossible()
        && sessions
            .left(request, link)
            .filter(session -> sessions.isFormToken(request.getParameter("token"), session))
            .isPresent();
  }

  /** Nothing was recorded: what was on the page is not what is offered now. */
  private Reply replaced(LinkAddress link, LinkVisit visit) {
    var reader = replies.reader(visit);
    return () -> HtmlPages.page(409).body(pages.replaced(reader, link, true));
  }

  /** Why an answer was not taken, in a patient's words: the refusal itself speaks to the desk. */
  private Reply notRecorded(
      LinkAddress link, PageRenderer.Reader reader, @Nullable QuoteStatus status) {
    return () -> HtmlPages.page(409).body(pages.notRecorded(reader, link, status));
  }

  private ResponseEntity<?> deadEndOfAnAnswer(HttpServletRequest request) {
    return HtmlPages.page(404).body(pages.deadEnd(true, request));
  }
}
