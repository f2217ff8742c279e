package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.cartwright.platform.web.RequestTransport;
import org.cartwright.quotes.access.LinkAccess;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.session.ConfirmationInput;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.SessionCookies;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The form with which somebody proves to be the patient. */
@Hidden
@Controller
class ConfirmationController {

  private final PageReplies replies;
  private final VisitTransactions visits;
  private final LinkAccess access;
  private final SessionCookies sessions;
  private final Clock clock;

  ConfirmationController(
      PageReplies replies,
      VisitTransactions visits,
      LinkAccess access,
      SessionCookies sessions,
      Clock clock) {
    this.replies = replies;
    this.visits = visits;
    this.access = access;
    this.sessions = sessions;
    this.clock = clock;
  }

  @PostMapping(
      path = {PageReplies.LINK + "/confirm", PageReplies.NEWEST + "/confirm"},
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<?> confirm(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    return replies.at(
        link,
        request,
        visits::look,
        visit -> {
          if (visit.standing() == LinkVisit.Standing.ENDED) {
            return () -> replies.deadEnd(request);
          }
          if (visit.standing() == LinkVisit.Standing.REPLACED
              || visit.challenge() == LinkVisit.Challenge.NONE) {
            return () -> PageReplies.backTo(link.path());
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
        () -> () -> replies.deadEnd(request));
  }

  private ResponseEntity<?> confirmed(
      LinkAddress link, LinkVisit visit, String said, boolean secure) {
    if (!access.confirm(visit, said)) {
      return again(link, ConfirmationInput.Mishap.WRONG);
    }
    var cookie = sessions.cookie(sessions.begin(link, visit), link, secure);
    return ResponseEntity.status(303)
        .location(URI.create(link.path()))
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .build();
  }

  private static ResponseEntity<?> again(
      LinkAddress link, ConfirmationInput.@Nullable Mishap mishap) {
    return PageReplies.backTo(link.path() + (mishap == null ? "" : "?again=" + mishap.word()));
  }
}
