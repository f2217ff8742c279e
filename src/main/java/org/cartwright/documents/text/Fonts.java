package org.cartwright.documents.text;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts in the jar. For each character the first font that has it is taken. */
public final class Fonts {

  /** The heights of all fonts, so that a font is read again only to print its characters. */
  public static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private static final List<String> TWO_WEIGHTS =
      List.of(
          "NotoSans",
          "NotoSansHebrew",
          "NotoNaskhArabic",
          "NotoSansArmenian",
          "NotoSansGeorgian",
          "NotoSansThai");

  /** Asked last: it is by far the largest, and read only if no other font has a character. */
  private static final String ONE_WEIGHT = "DroidSansFallback";

  /** Text names no font, so that all of them are there for every text. */
  private static final FontGroup FOR_EVERY_TEXT = FontGroup.PRE_BUILT_IN_FALLBACK;

  private Fonts() {}

  /** Offers all fonts to a renderer, which reads those it needs. */
  public static void offerTo(PdfBoxRenderer renderer) {
    for (String font : TWO_WEIGHTS) {
      offer(renderer, font + "-Regular", REGULAR);
      offer(renderer, font + "-Bold", BOLD);
    }
    offer(renderer, ONE_WEIGHT, REGULAR);
  }

  private static void offer(PdfBoxRenderer renderer, String font, int weight) {
    renderer
        .getFontResolver()
        .addFont(
            new LetterByLetter(renderer.getPdfDocument(), font),
            font,
            weight,
            IdentValue.NORMAL,
            true,
            FOR_EVERY_TEXT);
  }

  /**
   * A font without its substitutions. These would set “ff” as one glyph, which is one character to
   * whoever searches the text or copies a hash from it. Arabic letters are joined before and need
   * none.
   */
  private static final class LetterByLetter extends PDFontSupplier {

    private final PDDocument document;
    private final String font;

    private LetterByLetter(PDDocument document, String font) {
      super(null);
      this.document = document;
      this.font = font;
    }

    @Override
    public PDFont supply() {
      String name = "fonts/" + font + ".ttf";
      try (InputStream file = Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name)) {
        TrueTypeFont letters =
            new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
        document.registerTrueTypeFontForClosing(letters);
        letters.setEnableGsub(false);
        return PDType0Font.load(document, letters, true);
      } catch (IOException e) {
        throw new UncheckedIOException("Could not read a font", e);
      }
    }
  }
}
