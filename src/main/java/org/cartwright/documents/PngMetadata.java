package org.cartwright.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a PNG carries beside its pixels, packed: a colour profile and texts. A megabyte of it can
 * unfold to a gigabyte, and whoever prints the picture unfolds it whole.
 */
final class PngMetadata {

  /** Far above any profile or text that somebody would want. */
  static final int MAX_BYTES = 4 << 20;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int AROUND_THE_DATA = 12;

  private PngMetadata() {}

  /** Whether a picture carries no more than {@link #MAX_BYTES} of it; what is no PNG has none. */
  static boolean areModest(byte[] picture) {
    if (!Arrays.equals(
        picture, 0, Math.min(picture.length, SIGNATURE.length), SIGNATURE, 0, SIGNATURE.length)) {
      return true;
    }
    var file = ByteBuffer.wrap(picture).position(SIGNATURE.length);
    int left = MAX_BYTES;
    while (file.remaining() >= AROUND_THE_DATA && left >= 0) {
      int length = file.getInt();
      var kind = new byte[4];
      file.get(kind);
      if (length < 0 || length > file.remaining()) {
        return true; // cut off: whoever decodes it will say so
      }
      var data = file.slice(file.position(), length);
      left -= unfolded(new String(kind, StandardCharsets.ISO_8859_1), data, left);
      file.position(Math.min(file.limit(), file.position() + length + 4));
    }
    return left >= 0;
  }

  /** How many bytes the data of a chunk unfold to, or one more than so many. */
  private static int unfolded(String kind, ByteBuffer data, int atMost) {
    return switch (kind) {
      case "iCCP", "zTXt" -> {
        skipWord(data);
        skip(data, 1);
        yield inflated(data, atMost);
      }
      case "iTXt" -> {
        skipWord(data);
        boolean isPacked = data.hasRemaining() && data.get() == 1;
        skip(data, 1);
        skipWord(data);
        skipWord(data);
        yield isPacked ? inflated(data, atMost) : 0;
      }
      default -> 0;
    };
  }

  private static void skipWord(ByteBuffer data) {
    int end = 0;
    while (end < data.remaining() && data.get(data.position() + end) != 0) {
      end++;
    }
    skip(data, end + 1);
  }

  private static void skip(ByteBuffer data, int bytes) {
    data.position(Math.min(data.limit(), data.position() + bytes));
  }

  private static int inflated(ByteBuffer data, int atMost) {
    var scratch = new byte[1 << 13];
    int total = 0;
    var inflater = new Inflater();
    try {
      inflater.setInput(data);
      while (total <= atMost) {
        int more = inflater.inflate(scratch);
        if (more == 0) {
          break;
        }
        total += more;
      }
    } catch (DataFormatException broken) {
      return total; // whoever unfolds it gets no further either
    } finally {
      inflater.end();
    }
    return Math.min(total, atMost + 1);
  }
}
