package org.cartwright.platform.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Of two operations whose paths both fit, the one is meant that has a word of the API where the
 * other has an id, from the left: {@code /billing/quote/public/timeline} is the quote named
 * timeline as its patient sees it, and not what happened to a quote named public, which none can
 * be. Spring prefers the longer path, and refuses to choose between two of the same length.
 */
final class WordsBeforeIds extends RequestMappingHandlerMapping {

  @Override
  protected Comparator<RequestMappingInfo> getMappingComparator(HttpServletRequest request) {
    return Comparator.comparing(WordsBeforeIds::places)
        .thenComparing(super.getMappingComparator(request));
  }

  /** For each place of a path what stands there: a word, an id, or anything. */
  private static String places(RequestMappingInfo operation) {
    var path = operation.getPatternValues().stream().findFirst().orElse("");
    return Arrays.stream(path.split("/"))
        .map(place -> place.contains("*") ? "2" : place.contains("{") ? "1" : "0")
        .collect(Collectors.joining());
  }
}
