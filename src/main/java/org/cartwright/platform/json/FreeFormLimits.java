package org.cartwright.platform.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import tools.jackson.databind.JsonNode;

/**
 * How large an object may be whose inside is the client's own business. It is kept and handed out
 * with every document it belongs to, so it is no place for files.
 */
final class FreeFormLimits {

  /** Of its JSON in UTF-8 without blanks, numbers written out without exponents. */
  private static final int MOST_BYTES = 16 * 1024;

  /** At whatever depth. */
  private static final int MOST_KEYS = 200;

  static final String BOUNDS = "this may have at most 16 KB and 200 keys, those inside it included";

  private long bytes;
  private int keys;

  private FreeFormLimits() {}

  /** Whether an object is within the bounds; not read to its end if it is not. */
  static boolean isWithinBounds(JsonNode object) {
    var counted = new FreeFormLimits();
    counted.add(object);
    return counted.isWithinBounds();
  }

  private boolean isWithinBounds() {
    return bytes <= MOST_BYTES && keys <= MOST_KEYS;
  }

  private void add(JsonNode node) {
    if (node.isNumber()) {
      // One that is too large to be written out is refused for that.
      var number = node.decimalValue();
      bytes += NumberReader.isFinite(number) ? number.toPlainString().length() : 1;
    } else if (node.isContainer()) {
      bytes += 1 + Math.max(1, node.size());
      addInside(node);
    } else {
      bytes += node.toString().getBytes(UTF_8).length;
    }
  }

  private void addInside(JsonNode node) {
    keys += node.isObject() ? node.size() : 0;
    if (node.isObject()) {
      for (var entry : node.properties()) {
        bytes += 3L + entry.getKey().getBytes(UTF_8).length;
        stopOrAdd(entry.getValue());
      }
    } else {
      for (var element : node) {
        stopOrAdd(element);
      }
    }
  }

  private void stopOrAdd(JsonNode node) {
    if (isWithinBounds()) {
      add(node);
    }
  }
}
