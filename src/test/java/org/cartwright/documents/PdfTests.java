package org.cartwright.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.cartwright.documents.TableBlock.Column.ofFigures;
import static org.cartwright.documents.TableBlock.Column.ofText;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cartwright.documents.TotalsBlock.Sum;
import org.cartwright.documents.queue.PrinterBusy;
import org.cartwright.documents.text.TextBudget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë Nguyễn Łukasiewicz-Ångström",
        "Александра Щукина",
        "Αλεξάνδρα Παπαδοπούλου",
        "Արամ Խաչատրյան",
        "ნინო ჯავახიშვილი",
        "王小明",
        "山田ひろし",
        "김민수",
        "สมชาย ใจดี",
        "שרה כהן",
        "محمد",
        "فاطمة الزهراء",
        "پروین گلشیری",
      })
  void aNameOfAnyScriptCanBeReadBack(String name) {
    assertThat(read(printed(receipt().of(name).build())).text()).contains(name);
  }

  @Test
  void aTextHasItsLettersWhereThereIsAFontForItsScript() {
    assertThat(Pdf.hasLettersOf("31 December 2027, 11:59 pm")).isTrue();
    assertThat(Pdf.hasLettersOf("٣١ ديسمبر ٢٠٢٧، ١١:٥٩ م")).isTrue();
    assertThat(Pdf.hasLettersOf("31 दिसंबर 2027, 11:59 pm")).isFalse();
  }

  @Test
  void lettersStayLettersWhereverTheyStand() {
    var letters = "ff fi fl ffi ffl eaabffa9";
    var document =
        new PrintedDocument(
            PageSize.A4,
            Locale.ENGLISH,
            new Letterhead("Name " + letters, List.of("Line " + letters), null),
            "Title " + letters,
            List.of(new HeadingFact("Fact", letters)),
            List.of(
                new TableBlock(
                    "Heading " + letters,
                    List.of(TableBlock.Column.ofText("Column " + letters, 1)),
                    List.of(List.of("Cell " + letters))),
                new TotalsBlock(List.of(new Sum("Sum", letters, true))),
                new TextBlock(null, "Note " + letters)),
            "Footer " + letters);

    assertThat(read(printed(document)).letters())
        .contains("Name " + letters, "Line " + letters, "Title " + letters, "Fact" + letters)
        .contains("Heading " + letters, "Column " + letters, "Cell " + letters)
        .contains("Sum" + letters, "Note " + letters, "Footer " + letters);
  }

  @Test
  void wordsOfBothDirectionsStandTogether() {
    var text = read(printed(receipt().of("Sarah שרה כהן (VIP)").build())).text();

    assertThat(text).contains("Sarah").contains("שרה").contains("כהן").contains("(VIP)");
  }

  @ParameterizedTest
  @EnumSource
  void tenLinesFitOnOnePage(PageSize size) {
    var pages = read(printed(receipt().on(size).withLines(10).build()));

    assertThat(pages.texts()).hasSize(1);
    assertThat(pages.text())
        .contains("Glow Clinic", "1 Main Street", "Receipt", "R-2031", "Mar 4, 2026", "Ada Moss")
        .contains("Item Quantity Unit price Discount Tax Total")
        .contains("Treatment 1 ", "Treatment 10 ", "2.5 $12.99 $3.25 $2.41 $31.64")
        .contains("Total $316.40", "Outstanding $0.00")
        .contains("Payments", "Cash Mar 4, 2026 $316.40")
        .contains("Refunds", "Card Mar 5, 2026 -$31.64")
        .contains("SHA-256 9f86d081", "1 / 1");
    assertThat(pages.size()).isEqualTo(size == PageSize.A4 ? List.of(595, 842) : List.of(612, 792));
  }

  @Test
  void manyLinesGoOnUnderTheSameHeadings() {
    var pages = read(printed(receipt().withLines(120).build())).texts();

    assertThat(pages).hasSizeBetween(3, 6);
    for (int page = 0; page < pages.size(); page++) {
      assertThat(pages.get(page)).contains((page + 1) + " / " + pages.size(), "SHA-256 9f86d081");
    }
    assertThat(pages.subList(0, pages.size() - 1))
        .allSatisfy(page -> assertThat(page).containsOnlyOnce("Item Quantity Unit price"));
    assertThat(String.join("", pages)).contains("Treatment 1 ", "Treatment 60 ", "Treatment 120 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "Fish & Chips &amp; &#x41;",
        "]]> --> <!-- <![CDATA[",
        "</td></tr></table><img src=\"http://localhost:1/x.png\"/>",
        "url(http://localhost:1/) {} @import \"x\";",
        "javascript:void(0) data:image/png;base64,AAAA",
        "%s %d ${name} {0} \\u0041",
      })
  void markupIsPrintedAsItIsTyped(String hostile) {
    var receipt = receipt().of(hostile).withFooter(hostile).withLine(hostile).build();

    assertThat(read(printed(receipt)).text().replaceAll("\\s", ""))
        .contains(hostile.replaceAll("\\s", ""));
  }

  @Test
  void whatNoFontHasIsReplacedAndTheRestStays() {
    var text = read(printed(receipt().of("Ada 💉 Moss नमस्ते \uE000\uD800 end").build())).text();

    assertThat(text).contains("Ada � Moss �", "�� end");
  }

  @Test
  void charactersThatCannotBeSeenAreLeftOut() {
    var text = read(printed(receipt().of("A\u0000d\u0007a\u001B \u202Eevil\u202C\uFEFF").build()));

    assertThat(text.text()).contains("Ada evil");
  }

  @Test
  void aWordWithoutAnEndStaysOnThePage() {
    var word = "W".repeat(2_000);
    var pages = read(printed(receipt().of(word).withLine(word).build()));

    assertThat(pages.text().replaceAll("\\s", "")).contains(word);
    assertThat(pages.rightmost()).isLessThan(pages.size().get(0) - 28f);
  }

  @Test
  void fiveHundredLinesOfTenThousandUnbrokenLettersArePrintedWithinBoundsAndEndedByEllipses() {
    var document = receipt().withLines(IntStream.range(0, 500).mapToObj(i -> "W".repeat(10_000)));

    var pages = read(printed(document.build()));

    assertThat(pages.text().chars().filter(letter -> letter == 'W').count())
        .isBetween(TextBudget.MAX_CHARACTERS * 8L / 10, (long) TextBudget.MAX_CHARACTERS);
    assertThat(pages.text().split("…", -1)).hasSize(501);
    assertThat(pages.text()).contains("Ada Moss", "Total $316.40", "1 / " + pages.texts().size());
  }

  @Test
  void oneTextWithoutAnEndIsPrintedWithinBounds() {
    var pages = read(printed(receipt().withLine("W".repeat(1_000_000)).build()));

    assertThat(pages.text().chars().filter(letter -> letter == 'W').count())
        .isBetween(TextBudget.MAX_CHARACTERS * 9L / 10, (long) TextBudget.MAX_CHARACTERS);
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    var document = receipt().withLines(200).build();

    assertThatExceptionOfType(PrinterBusy.class)
        .isThrownBy(() -> Pdf.print(document, Duration.ZERO));
  }

  @Test
  void theLargestAmountsStayWholeInTheirColumns() {
    var text =
        read(printed(
                receipt()
                    .withLine(
                        List.of(
                            "Filler",
                            "1,000,000",
                            "$100,000,000.00",
                            "$100,000,000.00",
                            "$99,999,999.99",
                            "$100,000,000.00"))
                    .build()))
            .text();

    assertThat(text)
        .contains("1,000,000 $100,000,000.00 $100,000,000.00 $99,999,999.99 $100,000,000.00");
  }

  @Test
  void saysWhatItIsInWhichLanguageAndEmbedsItsFonts() {
    var pages = read(printed(receipt().of("王小明 محمد שרה").build()));

    assertThat(pages.title()).isEqualTo("Receipt · Glow Clinic");
    assertThat(pages.language()).isEqualTo("en");
    assertThat(pages.tagged()).isTrue();
    assertThat(pages.fonts())
        .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue())
        .extracting(font -> font.getName().replaceFirst("^[A-Z]{6}\\+", ""))
        .contains(
            "NotoSans-Regular", "NotoSans-Bold", "DroidSansFallback", "NotoNaskhArabic-Regular");
    assertThat(pages.bytes()).isLessThan(120_000);
  }

  @Test
  void printsTheLogo() throws IOException {
    var picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", picture);

    var pages = read(printed(receipt().withLogo(Logo.of(picture.toByteArray())).build()));

    assertThat(pages.images()).isEqualTo(1);
    assertThat(pages.text()).contains("Glow Clinic");
  }

  @Test
  void otherDocumentsAreMadeOfTheSameParts() {
    var quote =
        new PrintedDocument(
            PageSize.A4,
            Locale.ENGLISH,
            new Letterhead("Glow Clinic", List.of(), null),
            "Quote",
            List.of(),
            List.of(
                new TextBlock(null, "Dear Ada,\nthis is what we offer."),
                new TableBlock("Lines", List.of(TableBlock.Column.ofText("Item", 1)), List.of()),
                new TextBlock("Terms", "Valid for 30 days.")),
            null);

    assertThat(read(printed(quote)).text())
        .containsSubsequence("Quote", "Dear Ada,", "this is what we offer.", "Lines", "Item")
        .containsSubsequence("Terms", "Valid for 30 days.");
  }

  @Test
  void manyCanBeRenderedAtOnce() {
    assertThatNoException()
        .isThrownBy(
            () ->
                IntStream.range(0, 8)
                    .parallel()
                    .forEach(
                        i ->
                            assertThat(read(printed(receipt().of("王 שרה " + i).build())).text())
                                .contains("王")
                                .contains("שרה")));
  }

  @Test
  void aCoreIsLeftToEverythingElse() throws InterruptedException {
    var receipt = receipt().withLines(200).build();
    var threads =
        IntStream.range(0, 4 + Runtime.getRuntime().availableProcessors())
            .mapToObj(i -> Thread.ofPlatform().start(() -> printed(receipt)))
            .toList();

    long most = 0;
    while (threads.stream().anyMatch(Thread::isAlive)) {
      var seen = Thread.getAllStackTraces();
      seen.keySet().retainAll(threads);
      most = Math.max(most, seen.values().stream().filter(PdfTests::isRendering).count());
      Thread.sleep(5);
    }

    assertThat(most).isBetween(1L, Math.max(1L, Runtime.getRuntime().availableProcessors() - 1));
  }

  private static boolean isRendering(StackTraceElement[] frames) {
    return Arrays.stream(frames)
        .anyMatch(frame -> frame.getClassName().endsWith(".PdfBoxRenderer"));
  }

  private static Receipt receipt() {
    return new Receipt();
  }

  private static byte[] printed(PrintedDocument document) {
    return Pdf.render(document, "glow");
  }

  private static PdfPages read(byte[] file) {
    return PdfPages.of(file);
  }

  /** A receipt with nothing remarkable about it. */
  private static final class Receipt {

    private PageSize size = PageSize.LETTER;
    private String patient = "Ada Moss";
    private List<List<String>> lines = List.of(line("Treatment 1"));
    private String footer =
        "SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private @Nullable Logo logo;

    Receipt on(PageSize size) {
      this.size = size;
      return this;
    }

    Receipt of(String patient) {
      this.patient = patient;
      return this;
    }

    Receipt withLines(int count) {
      lines = IntStream.rangeClosed(1, count).mapToObj(i -> line("Treatment " + i)).toList();
      return this;
    }

    Receipt withLines(Stream<String> names) {
      lines = names.map(Receipt::line).toList();
      return this;
    }

    Receipt withLine(String name) {
      return withLine(line(name));
    }

    Receipt withLine(List<String> line) {
      lines = List.of(line);
      return this;
    }

    Receipt withFooter(String footer) {
      this.footer = footer;
      return this;
    }

    Receipt withLogo(Logo logo) {
      this.logo = logo;
      return this;
    }

    PrintedDocument build() {
      return new PrintedDocument(
          size,
          Locale.ENGLISH,
          new Letterhead("Glow Clinic", List.of("1 Main Street", "New York"), logo),
          "Receipt",
          List.of(
              new HeadingFact("Number", "R-2031"),
              new HeadingFact("Date", "Mar 4, 2026"),
              new HeadingFact("Patient", patient)),
          List.of(
              new TableBlock(
                  null,
                  List.of(
                      ofText("Item", 32),
                      ofFigures("Quantity", 10),
                      ofFigures("Unit price", 15),
                      ofFigures("Discount", 15),
                      ofFigures("Tax", 14),
                      ofFigures("Total", 15)),
                  lines),
              new TotalsBlock(
                  List.of(
                      new Sum("Subtotal", "$292.30", false),
                      new Sum("Tax", "$24.10", false),
                      new Sum("Total", "$316.40", true),
                      new Sum("Outstanding", "$0.00", false))),
              movement("Payments", "Cash", "Mar 4, 2026", "$316.40"),
              movement("Refunds", "Card", "Mar 5, 2026", "-$31.64")),
          footer);
    }

    private static TableBlock movement(String heading, String... cells) {
      return new TableBlock(
          heading,
          List.of(ofText("Method", 46), ofText("Date", 34), ofFigures("Amount", 20)),
          List.of(List.of(cells)));
    }

    private static List<String> line(String name) {
      return List.of(name, "2.5", "$12.99", "$3.25", "$2.41", "$31.64");
    }
  }
}
