package org.cartwright.documents;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/** How text that reads from right to left is printed: ordered and joined by ICU. */
final class RightToLeft implements BidiReorderer {

  private static final int LOGICAL =
      ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;
  private static final ArabicShaping JOINED =
      new ArabicShaping(LOGICAL | ArabicShaping.LETTERS_SHAPE);
  private static final ArabicShaping SEPARATE =
      new ArabicShaping(LOGICAL | ArabicShaping.LETTERS_UNSHAPE);

  @Override
  public String reorderRTLTextToLTR(String text) {
    return Bidi.writeReverse(text, Bidi.DO_MIRRORING);
  }

  @Override
  public String shapeText(String text) {
    return shaped(JOINED, text);
  }

  @Override
  public String deshapeText(String text) {
    return shaped(SEPARATE, text);
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  private static String shaped(ArabicShaping shaping, String text) {
    try {
      return shaping.shape(text);
    } catch (ArabicShapingException e) {
      // Legible, if not beautiful.
      return text;
    }
  }

  /** Splits a paragraph into stretches of one direction. */
  static final class Splitter implements BidiSplitter {

    private final Bidi bidi = new Bidi();

    @Override
    public void setParagraph(String paragraph, byte direction) {
      bidi.setPara(paragraph, direction, null);
    }

    @Override
    public int countTextRuns() {
      return bidi.countRuns();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
      BidiRun run = bidi.getVisualRun(index);
      return new BidiTextRun(run.getStart(), run.getLength(), run.getDirection());
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      return Bidi.getBaseDirection(paragraph);
    }
  }
}
