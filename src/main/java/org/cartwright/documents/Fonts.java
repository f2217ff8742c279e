package org.cartwright.documents;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/** The fonts in the jar, in the order in which a character is looked for. */
enum Fonts {
  NOTO_SANS("NotoSans-Regular", "NotoSans-Bold"),
  HEBREW("NotoSansHebrew-Regular", "NotoSansHebrew-Bold"),
  ARABIC("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
  ARMENIAN("NotoSansArmenian-Regular", "NotoSansArmenian-Bold"),
  GEORGIAN("NotoSansGeorgian-Regular", "NotoSansGeorgian-Bold"),
  THAI("NotoSansThai-Regular", "NotoSansThai-Bold"),
  /** Last, because it is by far the largest and is read only if no other font has a character. */
  CHINESE_JAPANESE_KOREAN("DroidSansFallback", "DroidSansFallback");

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  /** Of all fonts ever read, so that a font is read again only to print its characters. */
  private static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

  private final String regular;
  private final String bold;

  Fonts(String regular, String bold) {
    this.regular = regular;
    this.bold = bold;
  }

  /** Offers all fonts to a renderer, which reads those it needs. */
  static void offerTo(PdfRendererBuilder renderer) {
    renderer.useCacheStore(CacheStore.PDF_FONT_METRICS, METRICS);
    for (Fonts font : values()) {
      renderer.useFont(() -> resource(font.regular), font.name(), REGULAR, FontStyle.NORMAL, true);
      renderer.useFont(() -> resource(font.bold), font.name(), BOLD, FontStyle.NORMAL, true);
    }
  }

  /** All families as the value of {@code font-family}. */
  static String families() {
    return Arrays.stream(values()).map(Fonts::name).collect(Collectors.joining(", "));
  }

  private static InputStream resource(String file) {
    String name = "fonts/" + file + ".ttf";
    return Objects.requireNonNull(Fonts.class.getResourceAsStream(name), name);
  }
}
