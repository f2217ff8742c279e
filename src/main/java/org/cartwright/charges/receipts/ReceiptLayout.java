package org.cartwright.charges.receipts;

import static org.cartwright.documents.TableBlock.Column.ofFigures;
import static org.cartwright.documents.TableBlock.Column.ofText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cartwright.documents.DocumentPart;
import org.cartwright.documents.HeadingFact;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.PrintedDocument;
import org.cartwright.documents.TableBlock;
import org.cartwright.documents.TotalsBlock;
import org.cartwright.documents.TotalsBlock.Sum;
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
public record ReceiptLayout(
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

  public ReceiptLayout {
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
  public PrintedDocument asDocument() {
    List<DocumentPart> parts = new ArrayList<>();
    parts.add(
        new TableBlock(
            null,
            List.of(
                ofText("Item", 32),
                ofFigures("Quantity", 10),
                ofFigures("Unit price", 15),
                ofFigures("Discount", 15),
                ofFigures("Tax", 14),
                ofFigures("Total", 15)),
            lines.stream().map(Line::cells).toList()));
    parts.add(new TotalsBlock(sums));
    addMovements(parts, "Payments", payments);
    addMovements(parts, "Refunds", refunds);
    return new PrintedDocument(
        pageSize,
        Locale.ENGLISH,
        clinic,
        title,
        List.of(
            new HeadingFact("Number", number),
            new HeadingFact("Date", date),
            new HeadingFact("Patient", patient)),
        parts,
        footer);
  }

  private static void addMovements(
      List<DocumentPart> parts, String heading, List<Movement> movements) {
    if (movements.isEmpty()) {
      return;
    }
    parts.add(
        new TableBlock(
            heading,
            List.of(ofText("Method", 46), ofText("Date", 34), ofFigures("Amount", 20)),
            movements.stream()
                .map(movement -> List.of(movement.label(), movement.date(), movement.amount()))
                .toList()));
  }
}
