package org.cartwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.aQuote;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cartwright.carts.api.CartStatus;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.orders.ShopModel.Coupon;
import org.cartwright.orders.ShopModel.Customer;
import org.cartwright.orders.ShopModel.Draft;
import org.cartwright.orders.ShopModel.Item;
import org.cartwright.orders.ShopModel.Line;
import org.cartwright.orders.ShopModel.Market;
import org.cartwright.orders.ShopModel.Order;
import org.cartwright.orders.ShopModel.Quote;
import org.cartwright.orders.ShopModel.Service;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.QuoteDesk;
import org.cartwright.testing.bodies.AnyBody;
import org.cartwright.testing.bodies.LineBody;
import org.jspecify.annotations.Nullable;

/** Everything that can be done in a shop, done at random to the service and to a model of it. */
final class ShopWalk {

  final ShopModel model = new ShopModel();
  final QuoteDesk desk;
  final ShopProof proof;
  final List<Item> items;
  final List<Coupon> coupons;
  int allowed;
  int refused;

  private final Random random;
  private final Instant start = Instant.now();
  private final WalkedShop shop;
  private final List<Market> markets;
  private final List<Service> services;
  private final List<Customer> customers;

  ShopWalk(Clinics clinics, long seed) {
    random = new Random(seed);
    shop = new WalkedShop(clinics);
    desk = shop.desk;
    items = shop.items;
    coupons = shop.coupons;
    markets = shop.markets;
    services = shop.services;
    customers = shop.customers;
    proof = new ShopProof(this);
  }

  Api api() {
    return desk.api();
  }

  // Choices

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The later ones more often: they are those with which something can still be done. */
  private <T> T lately(List<T> values) {
    return values.get(Math.max(random.nextInt(values.size()), random.nextInt(values.size())));
  }

  private Draft someDraft() {
    var there = model.drafts.stream().filter(Draft::isThere).toList();
    return there.isEmpty() ? openDraft() : lately(there);
  }

  /** One that can be placed more often than not. */
  private Draft oneToPlace() {
    var ready = model.drafts.stream().filter(model::mayBePlaced).toList();
    return ready.isEmpty() || chance(20) ? someDraft() : lately(ready);
  }

  // Steps

  /** Lets some days pass, or none. */
  void passDays() {
    model.day += chance(12) ? 1 + random.nextInt(2) : chance(1) ? 31 : 0;
  }

  /** Does one thing, and perhaps some more with quotes and orders, or is refused it. */
  void step() {
    int what = random.nextInt(100);
    if (what < 12) {
      openDraft();
    } else if (what < 32) {
      changeLines(someDraft());
    } else if (what < 50) {
      changePart(someDraft());
    } else if (what < 56) {
      complete(someDraft());
    } else if (what < 66) {
      quote(someDraft());
    } else if (what < 86) {
      place(oneToPlace());
    } else if (what < 90) {
      endDraft();
    } else if (what < 95) {
      changeStockOrCoupons();
    } else {
      passTime();
    }
    for (int i = 0; i < 2; i++) {
      if (!model.orders.isEmpty() && chance(35)) {
        move(lately(model.orders));
      }
      if (!model.quotes.isEmpty() && chance(35)) {
        move(lately(model.quotes));
      }
    }
  }

  /** Asks for something, and makes sure that what is refused moves nothing. */
  private Optional<Answer> ask(int status, Supplier<Answer> request) {
    if (status == 200) {
      allowed++;
      return Optional.of(request.get().ok());
    }
    refused++;
    var before = proof.everything();
    request.get().refused(status);
    assertThat(proof.everything()).isEqualTo(before);
    return Optional.empty();
  }

  private Optional<Answer> ask(boolean fine, Supplier<Answer> request) {
    return ask(fine ? 200 : 409, request);
  }

  private Draft openDraft() {
    var market = oneOf(markets);
    var customer = oneOf(customers);
    var wanted = body().with("marketId", market.id()).with("customerId", customer.id());
    var made = api().post("/orders/drafts", wanted).ok();
    var draft = model.new Draft(made.at("/id"), market, customer);
    proof.served(draft, made);
    addLine(draft);
    if (chance(60)) {
      complete(draft);
    }
    if (chance(35)) {
      var coupon = oneOf(coupons);
      putCoupon(draft, coupon.code, coupon);
    }
    return draft;
  }

  private static String path(Draft draft) {
    return "/orders/drafts/" + draft.id;
  }

  private void changeLines(Draft draft) {
    var lines = draft.lines;
    if (lines.isEmpty() || chance(50)) {
      addLine(draft);
      return;
    }
    var line = oneOf(lines);
    var linePath = path(draft) + "/items/" + line.id();
    if (chance(60)) {
      long quantity = line.quantity() % 12 + 1 + random.nextInt(3);
      ask(draft.isFree(), () -> api().put(linePath, line().quantity(quantity)))
          .ifPresent(
              answer -> {
                var next = new Line(line.id(), line.item(), quantity, line.price());
                draft.price(() -> lines.replaceAll(one -> one.equals(line) ? next : one));
                proof.served(draft, answer);
              });
    } else {
      ask(draft.isFree(), () -> api().delete(linePath))
          .ifPresent(
              answer -> {
                draft.price(() -> lines.remove(line));
                proof.served(draft, answer);
              });
    }
  }

  private void addLine(Draft draft) {
    var item = oneOf(items);
    long quantity = 1L + random.nextInt(6);
    var price = chance(15) ? Long.valueOf(700) : null;
    LineBody wanted = line(item.id).quantity(quantity);
    var sent = price == null ? wanted : wanted.unitPrice(price);
    ask(
            !draft.isFree() ? 409 : item.isSold(draft.market) ? 200 : 422,
            () -> api().post(path(draft) + "/items", sent))
        .ifPresent(
            answer -> {
              var id = answer.at("/items/" + draft.lines.size() + "/id");
              draft.price(() -> draft.lines.add(new Line(id, item, quantity, price)));
              proof.served(draft, answer);
            });
  }

  /** Says all that is still missing, as far as it can be said. */
  private void complete(Draft draft) {
    var service =
        oneOf(services.stream().filter(one -> one.market().equals(draft.market)).toList());
    patch(
        draft,
        body()
            .with("shippingAddress", WalkedShop.address(draft.market.country(), "12 Motijheel"))
            .with("fulfilment", body().with("serviceId", service.id()))
            .with("paymentMethod", "CASH_ON_DELIVERY")
            .with("contact", body().with("phone", WalkedShop.PHONE)),
        next -> {
          next.country = next.market.country();
          next.service = service;
          next.category = service.category();
          next.hasPayment = true;
          next.callAt();
        });
  }

  private void changePart(Draft draft) {
    switch (random.nextInt(8)) {
      case 0 -> moveToMarket(draft);
      case 1 -> {
        var customer = oneOf(customers);
        patch(draft, body().with("customerId", customer.id()), next -> next.sellTo(customer));
      }
      case 2 -> {
        var country = chance(70) ? draft.market.country() : null;
        patch(
            draft,
            body()
                .with(
                    "shippingAddress",
                    country == null ? null : WalkedShop.address(country, "12 Motijheel")),
            next -> next.country = country);
      }
      case 3 -> {
        var service = oneOf(services);
        if (service.market().equals(draft.market)) {
          patch(
              draft,
              body().with("fulfilment", body().with("serviceId", service.id())),
              next -> {
                next.service = service;
                next.category = service.category();
              });
        } else if (draft.isFree()) {
          ask(
              422,
              () ->
                  api()
                      .patch(
                          path(draft),
                          body().with("fulfilment", body().with("serviceId", service.id()))));
        }
      }
      case 4 -> {
        var percent = chance(50) ? 5 : 0;
        ask(
                draft.isFree() || draft.percent == percent,
                () -> api().patch(path(draft), body().with("discountPercentage", percent)))
            .ifPresent(
                answer -> {
                  if (draft.isFree()) {
                    draft.price(() -> draft.percent = percent);
                  }
                  proof.served(draft, answer);
                });
      }
      case 5 -> putCoupon(draft, null, null);
      default -> {
        var coupon = chance(90) ? oneOf(coupons) : null;
        putCoupon(draft, coupon == null ? "NONE" : coupon.code, coupon);
      }
    }
  }

  private void putCoupon(Draft draft, @Nullable String code, @Nullable Coupon coupon) {
    ask(
            draft.isFree(),
            () ->
                code == null
                    ? api().delete(path(draft) + "/coupon")
                    : api().post(path(draft) + "/coupon", body().with("code", code)))
        .ifPresent(
            answer -> {
              draft.price(
                  () -> {
                    draft.code = code;
                    draft.coupon = coupon;
                  });
              proof.served(draft, answer);
            });
  }

  /** The service and its fee stay behind, and so does what is sold there only. */
  private void moveToMarket(Draft draft) {
    var market = oneOf(markets);
    var isNamed = draft.lines.stream().anyMatch(line -> line.price() != null);
    var isConfirmed = chance(50);
    if (market.equals(draft.market)) {
      return;
    }
    ask(
            draft.isFree() && (isConfirmed || !isNamed),
            () ->
                api()
                    .patch(
                        path(draft),
                        body().with("marketId", market.id()).with("confirmPrices", isConfirmed)))
        .ifPresent(
            answer -> {
              draft.price(
                  () -> {
                    draft.market = market;
                    draft.service = null;
                  });
              proof.served(draft, answer);
            });
  }

  /** Changes parts that may decide the price, or only what is known beside. */
  private void patch(Draft draft, AnyBody wanted, Consumer<Draft> change) {
    var before = What.of(draft);
    change.accept(draft);
    var after = What.of(draft);
    var isPriced = !before.priced().equals(after.priced());
    var isKnown = !before.known().equals(after.known());
    before.putBack(draft);
    var status = draft.status();
    var mayBeKnown = status == CartStatus.DRAFT || status == CartStatus.ACCEPTED;
    var isFree = draft.isFree();
    // Every place of a market has its one tax.
    var changesNoFigure = before.customer.equals(after.customer) && before.fee == after.fee;
    ask(
            (!isPriced || isFree || changesNoFigure) && (!isKnown || mayBeKnown),
            () -> api().patch(path(draft), wanted))
        .ifPresent(
            answer -> {
              if (isPriced && isFree) {
                draft.price(() -> change.accept(draft));
              } else {
                change.accept(draft);
              }
              if (isPriced && !isFree && draft.holder != null) {
                draft.holder.place = draft.place();
              }
              if (isPriced || isKnown) {
                draft.changed = model.day;
              }
              proof.served(draft, answer);
            });
  }

  /** What a patch can change. */
  private record What(
      Customer customer,
      @Nullable String country,
      @Nullable Service service,
      @Nullable String category,
      boolean hasPayment,
      boolean hasPhone,
      boolean isContactOwn,
      @Nullable String place,
      long fee) {

    static What of(Draft draft) {
      return new What(
          draft.customer,
          draft.country,
          draft.service,
          draft.category,
          draft.hasPayment,
          draft.hasPhone,
          draft.isContactOwn,
          draft.place(),
          draft.fee());
    }

    List<@Nullable Object> priced() {
      return list(customer, place, fee);
    }

    List<@Nullable Object> known() {
      return list(country, service, category, hasPayment, hasPhone);
    }

    void putBack(Draft draft) {
      draft.customer = customer;
      draft.country = country;
      draft.service = service;
      draft.category = category;
      draft.hasPayment = hasPayment;
      draft.hasPhone = hasPhone;
      draft.isContactOwn = isContactOwn;
    }
  }

  private void quote(Draft draft) {
    var lastDay = chance(60) ? Quote.FOR_EVER : model.day + random.nextInt(6);
    ask(
            draft.isFree(),
            () ->
                api()
                    .post(
                        "/billing/quote",
                        aQuote(draft.customer.id(), draft.id)
                            .by(desk.provider())
                            .with("validUntilDate", endOf(lastDay))))
        .ifPresent(
            made -> {
              draft.changed = model.day;
              var quote = model.new Quote(made.at("/id"), draft, lastDay);
              assertThat(made.number("/total")).isEqualTo(quote.figures.total().longValueExact());
              if (chance(80)) {
                send(quote);
              }
            });
  }

  private @Nullable Instant endOf(int lastDay) {
    return lastDay == Quote.FOR_EVER
        ? null
        : start.plus(lastDay, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
  }

  private void move(Quote quote) {
    switch (random.nextInt(6)) {
      case 0 -> send(quote);
      case 1, 2, 3 -> answer(quote, true);
      case 4 -> answer(quote, false);
      default -> withdraw(quote);
    }
  }

  private void send(Quote quote) {
    var draft = quote.draft;
    var status = quote.status();
    var fine =
        status.isWithPatient()
            || (status == QuoteStatus.DRAFT
                && draft.isFree()
                && quote.saysHowItIsSold()
                && !quote.lines.isEmpty());
    ask(
            fine,
            () ->
                api()
                    .post(
                        "/billing/quote/send",
                        body().with("quoteId", quote.id).with("method", "email")))
        .filter(sent -> status == QuoteStatus.DRAFT)
        .ifPresent(
            sent -> {
              if (draft.holder != null) {
                draft.holder.stored = QuoteStatus.EXPIRED;
              }
              quote.stored = QuoteStatus.SENT;
              draft.holder = quote;
              draft.changed = model.day;
            });
  }

  private void answer(Quote quote, boolean accepts) {
    var isFirst = quote.status().isWithPatient();
    var isAgain = quote.wasAnswered != null && quote.wasAnswered == accepts;
    ask(
            isFirst || isAgain,
            () ->
                api()
                    .post(
                        "/billing/quote/respond",
                        body()
                            .with("quoteId", quote.id)
                            .with("response", accepts ? "accept" : "decline")))
        .filter(answered -> isFirst)
        .ifPresent(
            answered -> {
              quote.wasAnswered = accepts;
              quote.stored = accepts ? QuoteStatus.ACCEPTED : QuoteStatus.DECLINED;
              quote.draft.settle(accepts ? CartStatus.ACCEPTED : CartStatus.REJECTED);
            });
  }

  private void withdraw(Quote quote) {
    ask(
            quote.status().isWithPatient(),
            () -> api().post("/billing/quote/" + quote.id + "/withdraw", ""))
        .ifPresent(
            withdrawn -> {
              quote.stored = QuoteStatus.DRAFT;
              quote.draft.holder = null;
              quote.draft.changed = model.day;
            });
  }

  private void place(Draft draft) {
    if (draft.isFree() && draft.blockers().contains("COUPON_CHANGED") && chance(50)) {
      putCoupon(draft, draft.code, draft.coupon); // has the draft priced anew
    }
    Supplier<Answer> request =
        () -> api().post(path(draft) + "/place", body().with("contactPhone", WalkedShop.PHONE));
    ask(model.mayBePlaced(draft), request)
        .ifPresent(
            placed -> {
              var accepted = draft.status() == CartStatus.ACCEPTED ? draft.holder : null;
              proof.served(model.new Order(placed.at("/id"), draft, accepted), placed);
              if (chance(30)) {
                ask(409, request);
              }
            });
  }

  private void endDraft() {
    var draft = lately(model.drafts);
    if (draft.isDeleted) {
      ask(404, () -> api().delete(path(draft)));
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> {
        if (draft.isThere()) {
          abandonOrReopen(draft);
        }
      }
      case 1 -> {
        if (draft.order != null) {
          ask(409, () -> api().post(path(draft) + "/items", line(items.getFirst().id)));
        }
      }
      default ->
          ask(draft.mayBeErased(), () -> api().delete(path(draft)))
              .ifPresent(gone -> draft.isDeleted = true);
    }
  }

  private void abandonOrReopen(Draft draft) {
    var asked = chance(50) ? CartStatus.ABANDONED : CartStatus.DRAFT;
    var isSo = draft.status() == asked;
    var may =
        asked == CartStatus.ABANDONED ? draft.isFree() : draft.status() == CartStatus.ABANDONED;
    ask(isSo || may, () -> api().patch(path(draft), body().with("status", asked)))
        .ifPresent(
            answer -> {
              if (!isSo) {
                draft.settle(asked);
              }
              proof.served(draft, answer);
            });
  }

  private void move(Order order) {
    var path = "/orders/" + order.id;
    switch (random.nextInt(6)) {
      case 0, 1 ->
          ask(order.status.equals("PENDING"), () -> api().post(path + "/approve", ""))
              .ifPresent(
                  answer -> {
                    order.status = "APPROVED";
                    order.fulfilment = "PREPARING";
                    proof.served(order, answer);
                  });
      case 2 -> {
        Supplier<Answer> request = () -> api().post(path + "/cancel", body().with("reason", "No"));
        ask(order.mayBeCancelled(), request)
            .ifPresent(
                answer -> {
                  order.cancel();
                  proof.served(order, answer);
                  ask(409, request);
                });
      }
      default -> {
        var what = oneOf(List.of("SHIPPED", "READY_FOR_PICKUP", "DELIVERED", "FAILED"));
        ask(
                order.mayReport(what),
                () -> api().post(path + "/fulfilment/events", body().with("type", what)))
            .ifPresent(
                answer -> {
                  order.fulfilment = what;
                  order.status = what.equals("DELIVERED") ? "FULFILLED" : order.status;
                  proof.served(order, answer);
                });
      }
    }
  }

  private void changeStockOrCoupons() {
    var item = oneOf(items);
    switch (random.nextInt(4)) {
      case 0 -> {
        item.policy = oneOf(List.of("DENY", "DENY", "ALLOW", "UNTRACKED"));
        api().put("/orders/stock/" + item.id, body().with("policy", item.policy)).ok();
      }
      case 1 -> {
        var coupon = oneOf(coupons);
        coupon.limit = chance(30) ? null : Integer.valueOf(1 + random.nextInt(3));
        coupon.customerLimit = chance(50) ? null : Integer.valueOf(1 + random.nextInt(2));
        api().put("/orders/coupons/" + coupon.id, WalkedShop.terms(coupon)).ok();
      }
      default -> {
        var isReceived = chance(80);
        long quantity = isReceived ? 4 + random.nextInt(20) : -1 - random.nextInt(3);
        ask(
                item.policy.equals("ALLOW")
                    || (item.policy.equals("DENY") && (isReceived || item.onHand + quantity >= 0)),
                () ->
                    api()
                        .post(
                            "/orders/stock/" + item.id + "/movements",
                            body()
                                .with("kind", isReceived ? "RECEIVED" : "CORRECTED")
                                .with("quantity", quantity)
                                .with("reason", "Counted")))
            .ifPresent(moved -> item.onHand += quantity);
      }
    }
  }

  private void passTime() {
    if (chance(50)) {
      proof.catchUp();
      model.catchUp(30);
      return;
    }
    int days = 4 + random.nextInt(6);
    var found = model.drafts.stream().filter(Draft::isThere).count();
    var answer =
        api()
            .post(
                "/orders/drafts/cleanup", body().with("olderThanDays", days).with("dryRun", false))
            .ok();
    assertThat(answer.number("/count")).isEqualTo(model.cleanUp(days)).isLessThanOrEqualTo(found);
  }

  Optional<Draft> anyDraft() {
    var there = model.drafts.stream().filter(Draft::isThere).toList();
    return there.isEmpty() ? Optional.empty() : Optional.of(oneOf(there));
  }

  Optional<Order> anyOrder() {
    return model.orders.isEmpty() ? Optional.empty() : Optional.of(oneOf(model.orders));
  }
}
