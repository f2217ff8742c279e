package org.cartwright.platform.web.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What a filter says by itself: a sentence for programs, a page for people. */
@Component
public class FilterErrorWriter {

  private final ObjectProvider<ErrorPages> pages;

  public FilterErrorWriter(ObjectProvider<ErrorPages> pages) {
    this.pages = pages;
  }

  /** Answers with a status and a sentence, which stands in JSON as it is. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, int status, String sentence)
      throws IOException {
    var forAPerson = HtmlPages.wantsAPage(request);
    if (HtmlPages.is(request)) {
      HtmlPages.HEADERS.forEach(response::setHeader);
    }
    response.setStatus(status);
    response.setContentType(
        forAPerson ? MediaType.TEXT_HTML_VALUE : MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response
        .getWriter()
        .write(
            forAPerson
                ? ErrorPages.of(pages.stream(), request).saying(status, request)
                : "{\"detail\":\"" + sentence + "\"}");
  }
}
