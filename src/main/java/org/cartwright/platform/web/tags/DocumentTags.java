package org.cartwright.platform.web.tags;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes documents as answers do, and their tags. */
@Component
class DocumentTags {

  private static final int BYTES = 16;

  /** With the comma behind it; there may be nothing between two commas. */
  private static final Pattern ONE_OF_SEVERAL =
      Pattern.compile(
          "[ \\t]*((?<weak>W/)?(?<tag>\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"))?[ \\t]*(,|$)");

  private final JsonMapper json;

  DocumentTags(JsonMapper json) {
    this.json = json;
  }

  String written(Object document) {
    return json.writeValueAsString(document);
  }

  /** The tag of a document as it was written: another one has another. */
  static String of(String written) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8));
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES))
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Whether a tag is one of those that a client names, or it names any. What is not written as RFC
   * 9110 has it names none.
   *
   * @param named the values of its header
   * @param strongly whether weak tags are not to count
   */
  static boolean isAmong(Enumeration<String> named, String tag, boolean strongly) {
    var value = String.join(",", Collections.list(named)).strip();
    if (value.equals("*")) {
      return true;
    }
    var one = ONE_OF_SEVERAL.matcher(value);
    boolean isThere = false;
    for (int from = 0; from < value.length(); from = one.end()) {
      if (!one.region(from, value.length()).lookingAt()) {
        return false;
      }
      isThere |= tag.equals(one.group("tag")) && !(strongly && one.group("weak") != null);
    }
    return isThere;
  }
}
