package org.cartwright.orders.print;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.cartwright.lines.print.SoldTable;
import org.cartwright.orders.api.Address;
import org.cartwright.orders.api.placed.OrderDetail;
import org.cartwright.orders.api.placed.OrderItem;
import org.cartwright.platform.format.MoneyFormat;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The confirmation of an order on paper: its figures in its currency as a person writes them, its
 * moments in the shop's time zone.
 */
final class OrderPdf {

  private final OrderDetail order;
  private final Tenant shop;
  private final MoneyFormat figures;
  private final TimeFormat times;
  private final Words words;

  OrderPdf(OrderDetail order, Tenant shop, Texts texts) {
    this.order = order;
    this.shop = shop;
    words = texts.in(shop.tongue(order.customer().language()));
    figures = shop.printedFigures(Currency.getInstance(order.currency()), words.tongue());
    times = shop.printedTimes(words.tongue());
  }

  /** The confirmation as it is to be printed. */
  PrintedDocument printed(@Nullable Logo logo) {
    return new PrintedDocument(
        PageSize.usedIn(figures.locale()),
        words.tongue().words(),
        Letterhead.of(shop.name(), logo, shop.phoneNumber(), shop.homePage()),
        words.say("confirmation.title"),
        facts(),
        parts(),
        order.number());
  }

  private List<HeadingFact> facts() {
    var facts = new ArrayList<HeadingFact>();
    facts.add(new HeadingFact(words.say("confirmation.number"), order.number()));
    facts.add(new HeadingFact(words.say("confirmation.placed"), times.moment(order.createdDate())));
    var customer = lines(order.customer().firstName(), order.customer().lastName());
    if (!customer.isEmpty()) {
      facts.add(new HeadingFact(words.say("confirmation.for"), String.join(" ", customer)));
    }
    facts.add(
        new HeadingFact(
            words.say("confirmation.fulfilment"),
            words.say("confirmation.by." + order.fulfilment().category())
                + ", "
                + order.fulfilment().name()));
    facts.add(
        new HeadingFact(
            words.say("confirmation.payment"),
            words.say("confirmation.pays." + order.paymentMethod())));
    if (order.cancelledDate() != null) {
      facts.add(
          new HeadingFact(
              words.say("confirmation.cancelled"), times.moment(order.cancelledDate())));
    }
    return facts;
  }

  private List<DocumentPart> parts() {
    var parts = new ArrayList<DocumentPart>();
    var contact = order.contact();
    addText(
        parts,
        words.say("confirmation.contact"),
        lines(contact.name(), contact.phone(), contact.email()));
    addText(parts, words.say("confirmation.shipping"), lines(order.shippingAddress()));
    addText(
        parts,
        words.say("confirmation.billing"),
        order.billingSameAsShipping() ? List.of() : lines(order.billingAddress()));
    parts.add(items());
    parts.add(sums());
    return parts;
  }

  private static void addText(List<DocumentPart> parts, String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      parts.add(new TextBlock(heading, String.join("\n", lines)));
    }
  }

  private List<String> lines(@Nullable Address address) {
    return address == null
        ? List.of()
        : lines(
            address.name(),
            address.line1(),
            address.line2(),
            lines(address.city(), address.region(), address.postalCode()).stream()
                .collect(Collectors.joining(", ")),
            Locale.of("", address.country()).getDisplayCountry(words.tongue().words()));
  }

  private static List<String> lines(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .filter(text -> !text.isBlank())
        .map(String::strip)
        .toList();
  }

  private TableBlock items() {
    return new SoldTable(word -> words.say("confirmation." + word), figures)
        .of(order.items().stream().map(OrderPdf::sold).toList());
  }

  private static SoldTable.Line sold(OrderItem item) {
    return new SoldTable.Line(
        named(item),
        item.quantity(),
        item.unitPrice(),
        item.discountAmount(),
        item.taxAmount(),
        item.totalPrice());
  }

  /** As it was sold, and which variant that was, as in "Cotton shirt (Large / Blue)". */
  private static String named(OrderItem item) {
    return item.options() == null ? item.name() : item.name() + " (" + item.options() + ")";
  }

  private TotalsBlock sums() {
    var sums = new ArrayList<Sum>();
    sums.add(new Sum(words.say("confirmation.goods"), figures.money(order.goodsTotal()), false));
    if (order.discountAmount() != 0) {
      sums.add(
          new Sum(
              words.say("confirmation.discount"), figures.money(-order.discountAmount()), false));
    }
    if (order.couponDiscountAmount() != 0) {
      sums.add(
          new Sum(
              words.say("confirmation.coupon", Objects.requireNonNullElse(order.couponCode(), "")),
              figures.money(-order.couponDiscountAmount()),
              false));
    }
    sums.add(new Sum(order.fulfilment().name(), figures.money(order.fulfilment().fee()), false));
    var taxInside = order.market().pricesIncludeTax();
    if (!taxInside) {
      sums.add(new Sum(words.say("confirmation.tax"), figures.money(order.taxAmount()), false));
    }
    sums.add(new Sum(words.say("confirmation.total"), figures.money(order.total()), true));
    if (taxInside) {
      sums.add(
          new Sum(words.say("confirmation.tax.inside"), figures.money(order.taxAmount()), false));
    }
    return new TotalsBlock(sums);
  }
}
