package org.cartwright.charges;

import static org.cartwright.documents.Table.Column.ofFigures;
import static org.cartwright.documents.Table.Column.ofText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cartwright.documents.Fact;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.Part;
import org.cartwright.documents.PrintedDocument;
import org.cartwright.documents.Sums;
import org.cartwright.documents.Sums.Sum;
import org.cartwright.documents.Table;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is printed, in English. Every amount, quantity and date is the text to be shown;
 * an empty text leaves its place empty. Ten lines of ordinary length fit on one page.
 *
 * @param clinic who was paid
 * @param title such as “Receipt”
 * @param number what the receipt is called in the clinic's books
 * @param date when it was issued
 * @param patient the name of who paid
 * @param sums what the lines come to, from the subtotal to what is still outstanding
 * @param payments what was paid; without any, the heading is left out
 * @param refunds what was given back; without any, the heading is left out
 * @param footer at the foot of every page
 */
record ReceiptLayout(
    PageSize pageSize,
    Letterhead clinic,
    String title,
    String number,
    String date,
    String patient,
    List<Line> lines,
    List<Sum> sums,
    List<Movement> payments,
    List<Movement> refunds,
    @Nullable String footer) {

  ReceiptLayout {
    lines = List.copyOf(lines);
    sums = List.copyOf(sums);
    payments = List.copyOf(payments);
    refunds = List.copyOf(refunds);
  }

  /** One thing that was bought. */
  record Line(
      String name, String quantity, String unitPrice, String discount, String tax, String total) {

    private List<String> cells() {
      return List.of(name, quantity, unitPrice, discount, tax, total);
    }
  }

  /**
   * Money that went one way or the other.
   *
   * @param label how, such as “Cash”
   */
  record Movement(String label, String date, String amount) {}

  /** The receipt put together from the parts every document is made of. */
  PrintedDocument asDocument() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Table(
            null,
            List.of(
                ofText("Item", 32),
                ofFigures("Quantity", 10),
                ofFigures("Unit price", 15),
                ofFigures("Discount", 15),
                ofFigures("Tax", 14),
                ofFigures("Total", 15)),
            lines.stream().map(Line::cells).toList()));
    parts.add(new Sums(sums));
    addMovements(parts, "Payments", payments);
    addMovements(parts, "Refunds", refunds);
    return new PrintedDocument(
        pageSize,
        Locale.ENGLISH,
        clinic,
        title,
        List.of(new Fact("Number", number), new Fact("Date", date), new Fact("Patient", patient)),
        parts,
        footer);
  }

  private static void addMovements(List<Part> parts, String heading, List<Movement> movements) {
    if (movements.isEmpty()) {
      return;
    }
    parts.add(
        new Table(
            heading,
            List.of(ofText("Method", 46), ofText("Date", 34), ofFigures("Amount", 20)),
            movements.stream()
                .map(movement -> List.of(movement.label(), movement.date(), movement.amount()))
                .toList()));
  }
}
