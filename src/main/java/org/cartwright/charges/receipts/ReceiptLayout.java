package org.cartwright.charges.receipts;

import static org.cartwright.documents.TableBlock.Column.ofFigures;
import static org.cartwright.documents.TableBlock.Column.ofText;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.documents.DocumentPart;
import org.cartwright.documents.HeadingFact;
import org.cartwright.documents.Letterhead;
import org.cartwright.documents.PageSize;
import org.cartwright.documents.PrintedDocument;
import org.cartwright.documents.TableBlock;
import org.cartwright.documents.TotalsBlock;
import org.cartwright.documents.TotalsBlock.Sum;
import org.cartwright.platform.texts.Words;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as it is printed. Every amount, quantity and date is the text to be shown; an empty
 * text leaves its place empty. Ten lines of ordinary length fit on one page.
 *
 * @param words in whose language its labels are
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
    Words words,
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
    List<DocumentPart> parts = new ArrayList<>();
    parts.add(
        new TableBlock(
            null,
            List.of(
                ofText(words.say("receipt.item"), 32),
                ofFigures(words.say("receipt.quantity"), 10),
                ofFigures(words.say("receipt.price"), 15),
                ofFigures(words.say("receipt.discount"), 15),
                ofFigures(words.say("receipt.tax"), 14),
                ofFigures(words.say("receipt.total"), 15)),
            lines.stream().map(Line::cells).toList()));
    parts.add(new TotalsBlock(sums));
    addMovements(parts, words.say("receipt.payments"), payments);
    addMovements(parts, words.say("receipt.refunds"), refunds);
    return new PrintedDocument(
        pageSize,
        words.tongue().words(),
        clinic,
        title,
        List.of(
            new HeadingFact(words.say("receipt.number"), number),
            new HeadingFact(words.say("receipt.date"), date),
            new HeadingFact(words.say("receipt.patient"), patient)),
        parts,
        footer);
  }

  private void addMovements(List<DocumentPart> parts, String heading, List<Movement> movements) {
    if (movements.isEmpty()) {
      return;
    }
    parts.add(
        new TableBlock(
            heading,
            List.of(
                ofText(words.say("receipt.method"), 46),
                ofText(words.say("receipt.date"), 34),
                ofFigures(words.say("receipt.amount"), 20)),
            movements.stream()
                .map(movement -> List.of(movement.label(), movement.date(), movement.amount()))
                .toList()));
  }
}
