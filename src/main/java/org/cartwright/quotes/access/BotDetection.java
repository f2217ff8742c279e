package org.cartwright.quotes.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tells people from programs that fetch a page without anybody reading it. Some programs claim to
 * be a person's browser and cannot be told from one; where the patient has to prove who they are,
 * they get no further than the question.
 */
public final class BotDetection {

  /** Words in the names of programs that follow links in messages. */
  private static final List<String> PROGRAMS =
      List.of(
          "barracuda",
          "bot",
          "crawler",
          "externalhit",
          "imageproxy",
          "linkcheck",
          "mimecast",
          "preview",
          "proofpoint",
          "safelinks",
          "scanner",
          "slurp",
          "spider",
          "symantec",
          "urlscan",
          "whatsapp");

  private BotDetection() {}

  /** Whether somebody is likely to look at the answer. */
  public static boolean isAPerson(HttpServletRequest request) {
    return asksToSee(request) && hasABrowser(request);
  }

  /** Whether somebody's program asks for the page, and not ahead of whoever uses it. */
  public static boolean asksToSee(HttpServletRequest request) {
    return request.getMethod().equals("GET") && !isAhead(request);
  }

  /** Whether a browser fetches it before its user asks to see it, which may never happen. */
  private static boolean isAhead(HttpServletRequest request) {
    return Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
        .map(request::getHeader)
        .filter(Objects::nonNull)
        .map(purpose -> purpose.toLowerCase(Locale.ROOT))
        .anyMatch(
            purpose ->
                purpose.contains("prefetch")
                    || purpose.contains("prerender")
                    || purpose.contains("preview"));
  }

  private static boolean hasABrowser(HttpServletRequest request) {
    var name = request.getHeader("User-Agent");
    if (name == null || !name.startsWith("Mozilla/")) {
      return false; // every browser begins so
    }
    var lower = name.toLowerCase(Locale.ROOT).replace("cubot", ""); // a make of telephones
    return PROGRAMS.stream().noneMatch(lower::contains);
  }
}
