package org.cartwright.quotes.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.PdfResponse;
import org.cartwright.quotes.delivery.LinkVisit;
import org.cartwright.quotes.page.session.LinkAddress;
import org.cartwright.quotes.page.session.SessionCookies;
import org.cartwright.quotes.print.QuotePrinter;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The quote at the end of a link, printed. */
@Hidden
@Controller
class QuotePdfController {

  private final PageReplies replies;
  private final VisitTransactions visits;
  private final SessionCookies sessions;
  private final QuotePrinter printer;

  QuotePdfController(
      PageReplies replies,
      VisitTransactions visits,
      SessionCookies sessions,
      QuotePrinter printer) {
    this.replies = replies;
    this.visits = visits;
    this.sessions = sessions;
    this.printer = printer;
  }

  @GetMapping({PageReplies.LINK + "/quote.pdf", PageReplies.NEWEST + "/quote.pdf"})
  ResponseEntity<?> pdf(@PathVariable Map<String, String> path, HttpServletRequest request) {
    var link = LinkAddress.in(path);
    return replies.at(
        link,
        request,
        visits::look,
        visit -> {
          if (visit.standing() == LinkVisit.Standing.REPLACED) {
            return () -> PageReplies.backTo(link.path());
          }
          if (sessions.of(request, link, visit).isEmpty()) {
            return visit.standing() == LinkVisit.Standing.ENDED
                ? () -> replies.deadEnd(request)
                : () -> PageReplies.backTo(link.path());
          }
          Trail.shows("quote", visit.quoteId());
          var pdf = printer.read(visit.quoteId());
          return () -> PdfResponse.named("quote-" + visit.quoteId(), pdf.get());
        },
        () -> () -> replies.deadEnd(request));
  }
}
