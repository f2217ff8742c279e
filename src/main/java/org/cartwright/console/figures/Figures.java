package org.cartwright.console.figures;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.charges.reading.ChargeFigures;
import org.cartwright.quotes.reading.QuoteFigures;
import org.cartwright.staff.Providers;
import org.cartwright.tenancy.Tenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads how the last weeks went, at one moment: four statements, and one for the names. */
@Service
class Figures {

  private static final int MOST_PROVIDERS = 12;

  private final QuoteFigures quotes;
  private final ChargeFigures charges;
  private final Providers providers;
  private final Tenants tenants;
  private final Clock clock;

  Figures(
      QuoteFigures quotes,
      ChargeFigures charges,
      Providers providers,
      Tenants tenants,
      Clock clock) {
    this.quotes = quotes;
    this.charges = charges;
    this.providers = providers;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public FiguresReport read() {
    var tenant = tenants.current();
    var weeks = Weeks.until(clock.instant(), tenant);
    var sent = quotes.sent(weeks.bounds());
    var accepted = quotes.accepted(weeks.bounds());
    var paid = charges.paid(weeks.bounds());
    var discounts = charges.discounts(weeks.bounds());
    var currencies =
        Stream.of(
                sent.stream().map(QuoteFigures.Sent::currency),
                accepted.stream().map(QuoteFigures.Accepted::currency),
                paid.stream().map(ChargeFigures.Paid::currency),
                discounts.stream().map(ChargeFigures.Discounts::currency))
            .flatMap(Function.identity())
            .map(Currency::getCurrencyCode)
            .filter(code -> !code.equals(tenant.currency().getCurrencyCode()))
            .collect(Collectors.toCollection(TreeSet::new));
    var money =
        Stream.concat(Stream.of(tenant.currency().getCurrencyCode()), currencies.stream())
            .map(Currency::getInstance)
            .map(
                currency ->
                    money(
                        currency,
                        tenant,
                        weeks,
                        of(currency, sent, QuoteFigures.Sent::currency),
                        of(currency, accepted, QuoteFigures.Accepted::currency),
                        of(currency, paid, ChargeFigures.Paid::currency),
                        of(currency, discounts, ChargeFigures.Discounts::currency)))
            .toList();
    return new FiguresReport(money, acceptance(sent, tenant));
  }

  private static <T> List<T> of(Currency currency, List<T> all, Function<T, Currency> its) {
    return all.stream().filter(one -> its.apply(one).equals(currency)).toList();
  }

  private static FiguresReport.Money money(
      Currency currency,
      Tenant tenant,
      Weeks weeks,
      List<QuoteFigures.Sent> sent,
      List<QuoteFigures.Accepted> accepted,
      List<ChargeFigures.Paid> paid,
      List<ChargeFigures.Discounts> discounts) {
    var figures = tenant.figures(currency);
    return new FiguresReport.Money(
        currency.getCurrencyCode(),
        WeeklyChart.of(
            figures,
            weeks.labels(),
            List.of(
                amounts("quoted", sent, QuoteFigures.Sent::period, QuoteFigures.Sent::total),
                amounts(
                    "accepted",
                    accepted,
                    QuoteFigures.Accepted::period,
                    QuoteFigures.Accepted::total),
                amounts("paid", paid, ChargeFigures.Paid::period, ChargeFigures.Paid::total))),
        WeeklyChart.of(
            figures,
            weeks.labels(),
            List.of(
                amounts(
                    "discounts",
                    discounts,
                    ChargeFigures.Discounts::period,
                    ChargeFigures.Discounts::discounts))),
        figures.number(
            FiguresReport.percent(
                discounts.stream().mapToLong(ChargeFigures.Discounts::discounts).sum(),
                discounts.stream().mapToLong(ChargeFigures.Discounts::prices).sum())));
  }

  private static <T> WeeklyChart.Amounts amounts(
      String name, List<T> all, ToIntFunction<T> period, ToLongFunction<T> amount) {
    var byWeek = new long[Weeks.COUNT];
    all.forEach(one -> byWeek[period.applyAsInt(one) - 1] += amount.applyAsLong(one));
    return new WeeklyChart.Amounts(name, Arrays.stream(byWeek).boxed().toList());
  }

  private List<FiguresReport.Acceptance> acceptance(List<QuoteFigures.Sent> sent, Tenant tenant) {
    if (sent.isEmpty()) {
      return List.of();
    }
    record Tally(long quotes, long accepted) {}
    var tallies = new HashMap<String, Tally>();
    for (var one : sent) {
      tallies.merge(
          Objects.requireNonNullElse(one.creatorId(), ""),
          new Tally(one.quotes(), one.accepted()),
          (a, b) -> new Tally(a.quotes() + b.quotes(), a.accepted() + b.accepted()));
    }
    var names = names();
    var numbers = NumberFormat.getIntegerInstance(tenant.locale());
    return tallies.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Tally> one) -> one.getValue().quotes(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_PROVIDERS)
        .map(
            one -> {
              var tally = one.getValue();
              int percent = FiguresReport.percent(tally.accepted(), tally.quotes()).intValue();
              return new FiguresReport.Acceptance(
                  names.get(one.getKey()),
                  numbers.format(tally.quotes()),
                  numbers.format(tally.accepted()),
                  percent,
                  numbers.format(percent));
            })
        .toList();
  }

  private Map<String, @Nullable String> names() {
    var names = new HashMap<String, @Nullable String>();
    for (var provider : providers.all(null)) {
      names.put(
          provider.id(),
          Stream.of(provider.firstName(), provider.lastName())
              .filter(part -> part != null && !part.isBlank())
              .collect(Collectors.joining(" ")));
    }
    return names;
  }
}
