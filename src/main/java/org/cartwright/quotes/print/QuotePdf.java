package org.cartwright.quotes.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.cartwright.lines.print.SoldTable;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
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
  private final Words words;

  QuotePdf(ShownQuote quote, @Nullable Acceptance acceptance, Tenant clinic, Texts texts) {
    this.quote = quote;
    this.acceptance = acceptance;
    this.clinic = clinic;
    words = texts.in(clinic.tongue(quote.language()));
    figures = clinic.printedFigures(quote.currency(), words.tongue());
    times = clinic.printedTimes(words.tongue());
  }

  /** The quote as it is to be printed. */
  PrintedDocument printed(@Nullable Logo logo) {
    return new PrintedDocument(
        PageSize.usedIn(figures.locale()),
        words.tongue().words(),
        letterhead(logo),
        quote.title() == null || quote.title().isBlank() ? words.say("sheet.title") : quote.title(),
        facts(),
        parts(),
        acceptance == null ? null : words.say("sheet.hash", acceptance.sha256()));
  }

  private Letterhead letterhead(@Nullable Logo logo) {
    return Letterhead.of(clinic.name(), logo, clinic.phoneNumber(), clinic.homePage());
  }

  private List<HeadingFact> facts() {
    var facts = new ArrayList<HeadingFact>();
    facts.add(new HeadingFact(words.say("sheet.number"), quote.quoteId()));
    if (!quote.patientName().isBlank()) {
      facts.add(new HeadingFact(words.say("sheet.for"), quote.patientName()));
    }
    if (quote.sentDate() != null) {
      facts.add(new HeadingFact(words.say("sheet.sent"), times.moment(quote.sentDate())));
    }
    if (quote.validUntil() != null) {
      facts.add(new HeadingFact(words.say("sheet.until"), times.until(quote.validUntil())));
    }
    facts.add(new HeadingFact(words.say("sheet.status"), status()));
    return facts;
  }

  private String status() {
    return switch (quote.status()) {
      case DRAFT -> words.say("sheet.draft");
      case SENT, VIEWED -> words.say("sheet.waiting");
      case ACCEPTED, CONVERTED -> words.say("sheet.accepted") + answered();
      case DECLINED -> words.say("sheet.declined") + answered();
      case EXPIRED -> words.say("sheet.expired");
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
      parts.add(new TextBlock(words.say("sheet.terms"), quote.terms()));
    }
    if (acceptance != null) {
      parts.add(new TextBlock(words.say("sheet.acceptance"), evidence(acceptance)));
    }
    return parts;
  }

  private TableBlock lines() {
    return new SoldTable(word -> words.say("sheet." + word), figures)
        .of(quote.lines().stream().map(QuotePdf::sold).toList());
  }

  private static SoldTable.Line sold(ShownQuote.Line line) {
    var described =
        line.description() == null || line.description().isBlank()
            ? line.name()
            : line.name() + "\n" + line.description();
    return new SoldTable.Line(
        described,
        line.quantity(),
        line.unitPrice(),
        line.discountAmount(),
        line.taxAmount(),
        line.totalPrice());
  }

  private TotalsBlock sums() {
    var sums = new ArrayList<Sum>();
    sums.add(new Sum(words.say("sheet.subtotal"), figures.money(quote.subtotal()), false));
    if (quote.discountWithoutCoupon() != 0) {
      sums.add(
          new Sum(
              words.say("sheet.discount"), figures.money(-quote.discountWithoutCoupon()), false));
    }
    var coupon = quote.coupon();
    if (coupon != null) {
      sums.add(
          new Sum(
              words.say("sheet.coupon", coupon.code()), figures.money(-coupon.amount()), false));
    }
    if (quote.taxMode() == TaxMode.EXCLUSIVE) {
      sums.add(new Sum(words.say("sheet.tax"), figures.money(quote.taxAmount()), false));
    }
    sums.add(new Sum(words.say("sheet.total"), figures.money(quote.total()), true));
    if (quote.taxMode() == TaxMode.INCLUSIVE) {
      sums.add(new Sum(words.say("sheet.tax.inside"), figures.money(quote.taxAmount()), false));
    }
    return new TotalsBlock(sums);
  }

  private String language(Acceptance given) {
    return given.language() == null
        ? ""
        : " " + words.say("sheet.proof.language", named(given.language()));
  }

  /** As the language of the sheet calls it. */
  private String named(String language) {
    return Locale.of(language).getDisplayLanguage(words.tongue().words());
  }

  private String evidence(Acceptance given) {
    var accepted =
        words.say(
                "sheet.proof",
                times.moment(given.acceptedDate()),
                words.say("sheet.proof." + given.verification()))
            + language(given)
            + "\n"
            + words.say("sheet.proof.hash", given.sha256());
    return given.redactedDate() == null
        ? accepted
        : accepted + ".\n" + words.say("sheet.proof.erased", times.moment(given.redactedDate()));
  }
}
