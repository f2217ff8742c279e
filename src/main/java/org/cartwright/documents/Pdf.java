package org.cartwright.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Level;
import org.cartwright.documents.queue.Deadline;
import org.cartwright.documents.queue.PrintQueue;
import org.cartwright.documents.text.BidiReordering;
import org.cartwright.documents.text.Fonts;
import org.cartwright.documents.text.PrintableText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Printed documents as PDF files: tagged for readers aloud (PDF/UA), with a title and a language,
 * and with their fonts inside. Rendering needs nothing but its argument. Any number of threads may
 * ask for it at once; they are served in turn, fairly between customers, so none should hold
 * anything that others need, such as a transaction. What a document costs is bounded: see {@link
 * org.cartwright.documents.text.TextBudget} and {@link #LONGEST}.
 */
public final class Pdf {

  private static final Logger LOG = LoggerFactory.getLogger(Pdf.class);
  private static final String STYLE = style();

  /** A document that takes longer is given up. */
  static final Duration LONGEST = Duration.ofSeconds(30);

  private static final int LONGEST_LINE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * One for every core but one: a page is all computing, and whoever asks for something else in the
   * meantime is answered.
   */
  private static final PrintQueue PRESSES =
      new PrintQueue(
          Math.max(1, Runtime.getRuntime().availableProcessors() - 1), LONGEST_LINE, PATIENCE);

  static {
    XRLog.setLoggerImpl(new Silence());
  }

  private Pdf() {}

  /** Whether the letters of a text can be printed; see the scripts in the package's description. */
  public static boolean hasLettersOf(String text) {
    return PrintableText.isInTheFonts(text);
  }

  /**
   * The document as a PDF file. No text can make this fail.
   *
   * @param customer for whom it is printed; what they print does not keep others waiting
   * @throws org.cartwright.documents.queue.PrinterBusy if too much else is being printed
   */
  public static byte[] render(PrintedDocument document, String customer) {
    return PRESSES.print(customer, () -> print(document, LONGEST));
  }

  /**
   * The document, printed at once.
   *
   * @throws org.cartwright.documents.queue.PrinterBusy if it takes longer
   */
  static byte[] print(PrintedDocument document, Duration atMost) {
    var file = new ByteArrayOutputStream(1 << 16);
    try (var renderer = renderer(document, file, new Deadline(atMost))) {
      Fonts.offerTo(renderer);
      renderer.createPDF();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not render a document", e);
    }
    return file.toByteArray();
  }

  private static PdfBoxRenderer renderer(
      PrintedDocument document, OutputStream file, Deadline deadline) {
    return new PdfRendererBuilder()
        .useCacheStore(CacheStore.PDF_FONT_METRICS, Fonts.METRICS)
        .withW3cDocument(DocumentMarkup.of(document, styleOf(document)), null)
        .usePdfUaAccessibility(true)
        .useUnicodeCharacterBreaker(new CharacterBreaks())
        .useUnicodeBidiSplitter(
            () -> {
              deadline.check(); // with every text, as nothing else can stop the library
              return new BidiReordering.Splitter();
            })
        .useUnicodeBidiReorderer(new BidiReordering())
        .useReplacementText("\uFFFD")
        .useUriResolver(Pdf::onlyWhatIsGiven)
        .useExternalResourceAccessControl(
            Pdf::isPicture, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .withProducer("Cartwright")
        .withDiagnosticConsumer(Pdf::log)
        .toStream(file)
        .buildPdfRenderer();
  }

  private static @Nullable String onlyWhatIsGiven(@Nullable String base, String address) {
    return address.startsWith("data:image/") ? address : null;
  }

  private static boolean isPicture(String address, ExternalResourceType type) {
    return type == ExternalResourceType.IMAGE_RASTER && address.startsWith("data:image/");
  }

  private static String styleOf(PrintedDocument document) {
    return "@page { size: " + document.pageSize() + "; }\n" + STYLE;
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(Pdf.class.getResourceAsStream("document.css"), "document.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Which kind of trouble, without what it was about: that may be a patient's name. */
  private static void log(Diagnostic diagnostic) {
    if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("While rendering a document: {}", diagnostic.getLogMessageId());
    }
  }

  /** The library's own log, which would repeat what is printed. */
  private static final class Silence implements XRLogger {

    @Override
    public boolean isLogLevelEnabled(Diagnostic diagnostic) {
      return false;
    }

    @Override
    public void log(String where, Level level, String message) {}

    @Override
    public void log(String where, Level level, String message, Throwable cause) {}

    @Override
    public void setLevel(String logger, Level level) {}
  }
}
