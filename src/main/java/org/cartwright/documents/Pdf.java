package org.cartwright.documents;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Printed documents as PDF files: tagged for readers aloud (PDF/UA), with a title and a language,
 * and with their fonts inside. Rendering needs nothing but its argument and may be done by many
 * threads at once.
 */
public final class Pdf {

  private static final Logger LOG = LoggerFactory.getLogger(Pdf.class);
  private static final String STYLE = style();

  static {
    XRLog.setLoggerImpl(new Silence());
  }

  private Pdf() {}

  /** The receipt as a PDF file. */
  public static byte[] render(PrintedReceipt receipt) {
    return render(receipt.asDocument());
  }

  /** The document as a PDF file. No text can make this fail. */
  public static byte[] render(PrintedDocument document) {
    var file = new ByteArrayOutputStream(1 << 16);
    var renderer = new PdfRendererBuilder();
    Fonts.offerTo(renderer);
    try {
      renderer
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
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not render a document", e);
    }
    return file.toByteArray();
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
