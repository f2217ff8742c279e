package org.cartwright.documents;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The fonts in the jar. For each character the first font that has it is taken. */
final class Fonts {

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
  private static final Set<FSFontUseCase> FOR_EVERY_TEXT = EnumSet.of(FSFontUseCase.FALLBACK_PRE);

  /** The heights of all fonts, so that a font is read again only to print its characters. */
  private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

  private Fonts() {}

  /** Offers all fonts to a renderer, which reads those it needs. */
  static void offerTo(PdfRendererBuilder renderer) {
    renderer.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
    for (String font : TWO_WEIGHTS) {
      offer(renderer, font + "-Regular", REGULAR);
      offer(renderer, font + "-Bold", BOLD);
    }
    offer(renderer, ONE_WEIGHT, REGULAR);
  }

  private static void offer(PdfRendererBuilder renderer, String font, int weight) {
    renderer.useFont(() -> file(font), font, weight, FontStyle.NORMAL, true, FOR_EVERY_TEXT);
  }

  private static InputStream file(String font) {
    String name = "fonts/" + font + ".ttf";
    return Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name);
  }
}
