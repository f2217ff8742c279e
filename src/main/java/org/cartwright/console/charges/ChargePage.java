package org.cartwright.console.charges;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.charges.api.ChargeDetailWithItems;
import org.cartwright.charges.api.ChargePaymentDetail;
import org.cartwright.charges.api.payments.RefundReason;
import org.cartwright.charges.reading.ChargeQueries;
import org.cartwright.charges.receipts.ReceiptMail;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleCookies;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.trail.Trail;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Tenants;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Draws the page of a charge. */
@Component
class ChargePage {

  static final String TILL = "till";

  private final ConsolePages pages;
  private final ChargeQueries charges;
  private final ChargeDesk desk;
  private final Tenants tenants;
  private final ConsoleCookies cookies;
  private final ReceiptMail mail;

  ChargePage(
      ConsolePages pages,
      ChargeQueries charges,
      ChargeDesk desk,
      Tenants tenants,
      ConsoleCookies cookies,
      ReceiptMail mail) {
    this.pages = pages;
    this.charges = charges;
    this.desk = desk;
    this.tenants = tenants;
    this.cookies = cookies;
    this.mail = mail;
  }

  /** The page as it is, with what there is to say of something that was not done. */
  ResponseEntity<?> of(
      String chargeId, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var charge = charges.get(chargeId);
    var timeline = charges.timelineOfCharge(chargeId);
    var origin = charges.origin(chargeId);
    var tenant = tenants.current();
    var figures = tenant.figures(origin.currency());
    Trail.shows("charge", charge.id());
    Trail.shows("patient", charge.patientId());
    var problem = trouble.problem();
    var isTill = problem.form().equals(TILL);
    var till = desk.till(charge, new Typed(TILL, null, isTill ? problem.typed() : Map.of()));
    var words = new HashMap<String, Object>();
    words.put("charge", ChargeSheet.of(charge, timeline, origin, tenant));
    words.put("till", TillSheet.of(till, figures));
    words.put("others", Till.OTHERS);
    words.put("refundReasons", RefundReason.values());
    words.put("mayRefund", session.member().role().mayRefund());
    words.put(
        "changes",
        ChargeSight.since(timeline, trouble.stale()).stream()
            .map(event -> ChargeSheet.event(event, figures))
            .toList());
    words.put("change", change(charge, figures, request));
    words.put("email", mail.isPossible() ? ChargeSheet.email(charge.patient()) : "");
    words.put(
        "receipts",
        mail.sent(charge.payments().stream().map(ChargePaymentDetail::paymentId).toList()));
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("charge", request, words));
  }

  /** What goes back of the cash that was just handed over; empty if nothing does. */
  private String change(
      ChargeDetailWithItems charge, MoneyFormat figures, HttpServletRequest request) {
    return cookies
        .note(request)
        .map(note -> note.split("\\.", 2))
        .filter(parts -> parts.length == 2 && parts[1].matches("\\d{1,18}"))
        .filter(parts -> charge.payments().stream().anyMatch(it -> it.paymentId().equals(parts[0])))
        .map(parts -> figures.money(Long.parseLong(parts[1])))
        .orElse("");
  }
}
