package org.cartwright.lines.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.lines.SomeLines.CREAM;
import static org.cartwright.lines.SomeLines.LASER_DAY;
import static org.cartwright.lines.SomeLines.LATER;
import static org.cartwright.lines.SomeLines.NO_DISCOUNT;
import static org.cartwright.lines.SomeLines.SERUM;
import static org.cartwright.lines.SomeLines.flat;
import static org.cartwright.lines.SomeLines.prices;
import static org.cartwright.lines.SomeLines.some;
import static org.cartwright.lines.SomeLines.with;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cartwright.lines.LineChange;
import org.cartwright.lines.LineItem;
import org.cartwright.lines.NewLine;
import org.cartwright.lines.figures.LineTax;
import org.cartwright.pricing.Discount;
import org.cartwright.pricing.amounts.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What is stored of lines, and how it comes back. */
class StoredLineTests {

  /** A line as an owner would store it. */
  private static final class Stored extends StoredLine {

    private final String id;
    private @Nullable String notes;

    Stored(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    protected @Nullable String notes() {
      return notes;
    }

    @Override
    protected void note(@Nullable String newNotes) {
      notes = newNotes;
    }

    @Nullable Object position() {
      return ReflectionTestUtils.getField(this, StoredLine.class, "position");
    }
  }

  private static Stored stored(LineItem line) {
    var stored = new Stored(line.id());
    stored.become(line, 7);
    return stored;
  }

  @Test
  void aLineComesBackAsItWasStored() {
    var lines =
        with(
                new NewLine(
                    SERUM, new Quantity(new BigDecimal("2.5")), null, flat(70), "call first"),
                some(LASER_DAY, 1))
            .discounted(flat(100), prices());

    assertThat(lines.lines())
        .allSatisfy(line -> assertThat(stored(line).item()).isEqualTo(line))
        .allSatisfy(line -> assertThat(stored(line).position()).isEqualTo(7));
  }

  @Test
  void taxesComeBackFromTheColumnTheyAreStoredIn() {
    var converter = new LineTaxesConverter();
    var taxes = List.of(new LineTax("tax", "Sales tax", new BigDecimal("8.25"), 0, 1250, 103));

    assertThat(converter.convertToDatabaseColumn(taxes))
        .isEqualTo(
            """
            [{"taxId":"tax","name":"Sales tax","rate":8.25,"part":0,"base":1250,"amount":103}]""");
    assertThat(converter.convertToEntityAttribute(converter.convertToDatabaseColumn(taxes)))
        .isEqualTo(taxes);
    assertThat(converter.convertToEntityAttribute("[]")).isEmpty();
    assertThat(converter.convertToDatabaseColumn(List.of())).isEqualTo("[]");
  }

  @Test
  void linesThatCameAreInsertedAndLinesThatWentAreDeleted() {
    var before = with(some(SERUM, 1), some(CREAM, 1));
    var after =
        before
            .without(before.lines().get(0), prices(), LATER)
            .with(some(LASER_DAY, 1), prices(), LATER)
            .with(
                before.lines().get(1),
                new LineChange(Quantity.of(3), null, NO_DISCOUNT, null),
                prices(),
                LATER);
    var present = before.lines().stream().map(StoredLineTests::stored).toList();
    var done = new ArrayList<String>();
    var store = new LineStore<>(noting(done), Stored::new);

    var next = store.become(present, after.lines());

    assertThat(next).extracting(StoredLine::item).isEqualTo(after.lines());
    assertThat(next).extracting(Stored::position).containsExactly(0, 1);
    assertThat(next.get(0)).isSameAs(present.get(1));
    assertThat(done)
        .containsExactly(
            "persist " + after.lines().get(1).id(), "remove " + before.lines().get(0).id());
  }

  private static EntityManager noting(List<String> done) {
    return proxy(
        EntityManager.class,
        (method, arguments) -> {
          done.add(method + " " + ((Stored) arguments[0]).id());
          return null;
        });
  }

  @Test
  void aDiscountOfAnotherKindIsServedAsZeroPercent() throws SQLException {
    assertThat(DiscountRows.percentage(row(Discount.Kind.PERCENT, "7.5000")))
        .isEqualTo(new BigDecimal("7.5"));
    assertThat(DiscountRows.percentage(row(Discount.Kind.FLAT, "500"))).isEqualTo(BigDecimal.ZERO);
    assertThat(DiscountRows.percentage(row(Discount.Kind.NONE, "0"))).isEqualTo(BigDecimal.ZERO);
  }

  private static ResultSet row(Discount.Kind kind, String value) {
    var columns = Map.of("discount_kind", kind.name(), "discount_value", new BigDecimal(value));
    return proxy(ResultSet.class, (method, arguments) -> columns.get(arguments[0]));
  }

  private interface Call {
    @Nullable Object answer(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.answer(method.getName(), arguments)));
  }
}
