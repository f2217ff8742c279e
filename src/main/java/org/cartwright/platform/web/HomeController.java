package org.cartwright.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Tells whoever comes by what this is: a person on a page, a program in JSON. */
@Hidden
@Controller
class HomeController {

  private final ITemplateEngine templates;
  private final Home home;
  private final boolean embedded;

  HomeController(
      ITemplateEngine templates,
      @Value("${cartwright.inbox:false}") boolean inbox,
      @Value("${cartwright.embedded:false}") boolean embedded) {
    this.templates = templates;
    this.embedded = embedded;
    home = new Home("Cartwright", "/docs", "/v3/api-docs", inbox && embedded ? "/dev/inbox" : null);
  }

  /**
   * Where to go on.
   *
   * @param inbox where what cannot leave the house is caught, if it is
   */
  record Home(String name, String documentation, String openapi, @Nullable String inbox) {}

  @GetMapping("/")
  ResponseEntity<Object> home(
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
    if (!HtmlPages.prefersAPage(accept)) {
      return ResponseEntity.ok()
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .contentType(MediaType.APPLICATION_JSON)
          .body(home);
    }
    var page =
        templates.process(
            "home", new Context(Locale.ENGLISH, Map.of("home", home, "embedded", embedded)));
    var answer = HtmlPages.page(200).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    HtmlPages.HEADERS.forEach(answer::header);
    return answer.body(page);
  }
}
