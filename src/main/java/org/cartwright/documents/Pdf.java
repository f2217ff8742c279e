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
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Printed documents as PDF files: tagged for readers aloud (PDF/UA), with a title and a language,
 * and with their fonts inside. Rendering needs nothing but its argument. Any number of threads may
 * ask for it at once; they are served in turn, so none should hold anything that others need, such
 * as a transaction.
 */
public final class Pdf {

  private static final Logger LOG = LoggerFactory.getLogger(Pdf.class);
  private static final String STYLE = style();

  /**
   * One for every core but one: a page is all computing, and whoever asks for something else in the
   * meantime is answered. Documents are printed in the order they were asked for.
   */
  private static final Semaphore PRESSES =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

  static {
    XRLog.setLoggerImpl(new Silence());
  }

  private Pdf() {}

  /** Whether the letters of a text can be printed; see the scripts in the package's description. */
  public static boolean hasLettersOf(String text) {
    return Printable.isInTheFonts(text);
  }

  /** The receipt as a PDF file. */
  public static byte[] render(PrintedReceipt receipt) {
    return render(receipt.asDocument());
  }

  /** The document as a PDF file. No text can make this fail. */
  public static byte[] render(PrintedDocument document) {
    PRESSES.acquireUninterruptibly();
    try {
      return print(document);
    } catch (IOException e) {
      throw new UncheckedIOException("Could not render a document", e);
    } finally {
      PRESSES.release();
    }
  }

  private static byte[] print(PrintedDocument document) throws IOException {
    var file = new ByteArrayOutputStream(1 << 16);
    try (var renderer = renderer(document, file)) {
      Fonts.offerTo(renderer);
      renderer.createPDF();
    }
    return file.toByteArray();
  }

  private static PdfBoxRenderer renderer(PrintedDocument document, OutputStream file) {
    return new PdfRendererBuilder()
        .useCacheStore(CacheStore.PDF_FONT_METRICS, Fonts.METRICS)
        .withW3cDocument(Markup.of(document, styleOf(document)), null)
        .usePdfUaAccessibility(true)
        .useUnicodeBidiSplitter(RightToLeft.Splitter::new)
        .useUnicodeBidiReorderer(new RightToLeft())
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
