package org.cartwright.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a reader of a PDF file gets to see.
 *
 * @param texts page by page, in the order of their places on the page
 * @param letters all that is on the pages, in the order it is drawn and exactly as the file spells
 *     it: the texts above have their ligatures and joined letters taken apart
 * @param size width and height of the first page in points
 * @param rightmost how far to the right any text reaches, in points
 */
record PdfPages(
    List<String> texts,
    String letters,
    List<Integer> size,
    float rightmost,
    String title,
    String language,
    boolean tagged,
    List<PDFont> fonts,
    int images,
    int bytes) {

  static PdfPages of(byte[] file) {
    try (PDDocument document = Loader.loadPDF(file)) {
      var stripper = new Stripper();
      var texts = new ArrayList<String>();
      var fonts = new ArrayList<PDFont>();
      int images = 0;
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        stripper.setStartPage(i + 1);
        stripper.setEndPage(i + 1);
        texts.add(stripper.getText(document));
        PDPage page = document.getPage(i);
        for (var name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
        for (var name : page.getResources().getXObjectNames()) {
          images += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      PDRectangle size = document.getPage(0).getMediaBox();
      var catalog = document.getDocumentCatalog();
      return new PdfPages(
          texts,
          stripper.letters.toString(),
          List.of(Math.round(size.getWidth()), Math.round(size.getHeight())),
          stripper.rightmost,
          document.getDocumentInformation().getTitle(),
          catalog.getLanguage(),
          catalog.getMarkInfo().isMarked() && catalog.getStructureTreeRoot() != null,
          fonts,
          images,
          file.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return String.join("", texts);
  }

  private static final class Stripper extends PDFTextStripper {

    private final StringBuilder letters = new StringBuilder();
    private float rightmost;

    private Stripper() {
      setSortByPosition(true);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
      rightmost = Math.max(rightmost, text.getXDirAdj() + text.getWidthDirAdj());
      letters.append(text.getUnicode());
      super.processTextPosition(text);
    }
  }
}
