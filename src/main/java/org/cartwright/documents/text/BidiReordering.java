package org.cartwright.documents.text;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/**
 * How text that reads from right to left is printed. Paper is filled from left to right, so each
 * stretch of such text is turned around, brackets included, after its letters were joined.
 */
public final class BidiReordering implements BidiReorderer {

  /** Pairs of characters which open and close. */
  private static final String BRACKETS = "()[]{}<>«»‹›≤≥";

  @Override
  public String shapeText(String text) {
    return ArabicShaping.joined(text);
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    int[] characters = text.codePoints().map(BidiReordering::mirrored).toArray();
    var turned = new StringBuilder(text.length());
    for (int i = characters.length - 1; i >= 0; i--) {
      turned.appendCodePoint(characters[i]);
    }
    return turned.toString();
  }

  private static int mirrored(int character) {
    int i = BRACKETS.indexOf(character);
    return i < 0 ? character : BRACKETS.charAt(i ^ 1);
  }

  /** Asked for when a font lacks a joined letter; the Arabic font has them all. */
  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }

  /** Splits a paragraph into stretches of one direction. */
  public static final class Splitter implements BidiSplitter {

    private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

    @Override
    public void setParagraph(String paragraph, byte direction) {
      bidi =
          new Bidi(
              paragraph,
              direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
    }

    @Override
    public int countTextRuns() {
      return bidi.getRunCount();
    }

    @Override
    public BidiTextRun getVisualRun(int index) {
      int start = bidi.getRunStart(index);
      return new BidiTextRun(
          start, bidi.getRunLimit(index) - start, isOdd(bidi.getRunLevel(index)) ? RTL : LTR);
    }

    private static boolean isOdd(int level) {
      return (level & 1) == 1;
    }

    @Override
    public byte getBaseDirection(String paragraph) {
      return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
          ? LTR
          : RTL;
    }
  }
}
