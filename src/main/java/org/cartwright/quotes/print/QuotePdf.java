package org.cartwright.quotes.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cartwright.documents.DocumentPart;
import org.cartwright.documents.HeadingFact;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.Logo;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.PrintedDocument;
import org.cartwright.documents.TableBlock;
import org.cartwright.documents.TextBlock;
import org.cartwright.documents.TotalsBlock;
import org.cartwright.documents.TotalsBlock.Sum;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.pricing.taxes.TaxMode;
import org.cartwright.quotes.evidence.Acceptance;
import org.cartwright.quotes.evidence.ShownQuote;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** A quote on paper: its figures as a person writes them, its moments in the clinic's time zone. */
final class QuotePdf {

  private final ShownQuote quote;
  private final @Nullable Acceptance acceptance;
  private final Tenant clinic;
  private final MoneyFormat figures;
  private final TimeFormat times;

  QuotePdf(ShownQuote quote, @Nullable Acceptance acceptance, Tenant clinic) {
    this.quote = quote;
    this.acceptance = acceptance;
    this.clinic = clinic;
    figures = clinic.figures(quote.currency());
    times = clinic.printedTimes();
  }

  /** The quote as it is to be printed. */
  PrintedDocument printed(@Nullable Logo logo) {
    return new PrintedDocument(
        PageSize.usedIn(figures.locale()),
        Locale.ENGLISH,
        letterhead(logo),
        quote.title() == null || quote.title().isBlank() ? "Quote" : quote.title(),
        facts(),
        parts(),
        acceptance == null ? null : "SHA-256 of what was accepted: " + acceptance.sha256());
  }

  private Letterhead letterhead(@Nullable Logo logo) {
    return new Letterhead(
        clinic.name(),
        Stream.of(clinic.phoneNumber(), clinic.homePage()).filter(line -> !line.isBlank()).toList(),
        logo);
  }

  private List<HeadingFact> facts() {
    var facts = new ArrayList<HeadingFact>();
    facts.add(new HeadingFact("Quote", quote.quoteId()));
    if (!quote.patientName().isBlank()) {
      facts.add(new HeadingFact("For", quote.patientName()));
    }
    if (quote.sentDate() != null) {
      facts.add(new HeadingFact("Sent", times.moment(quote.sentDate())));
    }
    if (quote.validUntil() != null) {
      facts.add(new HeadingFact("Valid until", times.until(quote.validUntil())));
    }
    facts.add(new HeadingFact("Status", status()));
    return facts;
  }

  private String status() {
    return switch (quote.status()) {
      case DRAFT -> "Draft, not sent";
      case SENT, VIEWED -> "Awaiting an answer";
      case ACCEPTED, CONVERTED -> "Accepted" + answered();
      case DECLINED -> "Declined" + answered();
      case EXPIRED -> "Expired";
    };
  }

  private String answered() {
    return quote.respondedDate() == null ? "" : ", " + times.moment(quote.respondedDate());
  }

  private List<DocumentPart> parts() {
    var parts = new ArrayList<DocumentPart>();
    if (quote.description() != null && !quote.description().isBlank()) {
      parts.add(new TextBlock(null, quote.description()));
    }
    parts.add(lines());
    parts.add(sums());
    if (quote.terms() != null && !quote.terms().isBlank()) {
      parts.add(new TextBlock("Terms", quote.terms()));
    }
    if (acceptance != null) {
      parts.add(new TextBlock("Acceptance", evidence(acceptance)));
    }
    return parts;
  }

  private TableBlock lines() {
    return new TableBlock(
        null,
        List.of(
            TableBlock.Column.ofText("Item", 5),
            TableBlock.Column.ofFigures("Quantity", 2),
            TableBlock.Column.ofFigures("Price", 2),
            TableBlock.Column.ofFigures("Discount", 2),
            TableBlock.Column.ofFigures("Tax", 2),
            TableBlock.Column.ofFigures("Amount", 2)),
        quote.lines().stream().map(this::row).toList());
  }

  private List<String> row(ShownQuote.Line line) {
    var described =
        line.description() == null || line.description().isBlank()
            ? line.name()
            : line.name() + "\n" + line.description();
    return List.of(
        described,
        figures.number(line.quantity()),
        figures.money(line.unitPrice()),
        line.discountAmount() == 0 ? "" : figures.money(-line.discountAmount()),
        line.taxAmount() == 0 ? "" : figures.money(line.taxAmount()),
        figures.money(line.totalPrice()));
  }

  private TotalsBlock sums() {
    var sums = new ArrayList<Sum>();
    sums.add(new Sum("Subtotal", figures.money(quote.subtotal()), false));
    if (quote.discountWithoutCoupon() != 0) {
      sums.add(new Sum("Discount", figures.money(-quote.discountWithoutCoupon()), false));
    }
    var coupon = quote.coupon();
    if (coupon != null) {
      sums.add(new Sum("Coupon " + coupon.code(), figures.money(-coupon.amount()), false));
    }
    if (quote.taxMode() == TaxMode.EXCLUSIVE) {
      sums.add(new Sum("Tax", figures.money(quote.taxAmount()), false));
    }
    sums.add(new Sum("Total", figures.money(quote.total()), true));
    if (quote.taxMode() == TaxMode.INCLUSIVE) {
      sums.add(new Sum("Of it tax", figures.money(quote.taxAmount()), false));
    }
    return new TotalsBlock(sums);
  }

  private String evidence(Acceptance given) {
    return "Accepted on "
        + times.moment(given.acceptedDate())
        + ", "
        + verification(given.verification())
        + ".\nSHA-256 of the content accepted: "
        + given.sha256()
        + (given.redactedDate() == null
            ? ""
            : ".\nThe patient was erased on "
                + times.moment(given.redactedDate())
                + "; since then the content is without words, and cannot be verified.");
  }

  private static String verification(Acceptance.Verification verification) {
    return switch (verification) {
      case DATE_OF_BIRTH -> "after confirming the date of birth";
      case PHONE_ENDING -> "after confirming the end of the phone number";
      case NONE -> "without proof of identity, as the clinic chose";
      case API_KEY -> "through the clinic";
      case STAFF -> "taken down by the clinic";
    };
  }
}
