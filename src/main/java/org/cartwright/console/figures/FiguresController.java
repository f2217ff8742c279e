package org.cartwright.console.figures;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the figures. */
@Hidden
@Controller
class FiguresController {

  private final ConsolePages pages;
  private final Figures figures;

  FiguresController(ConsolePages pages, Figures figures) {
    this.pages = pages;
    this.figures = figures;
  }

  @GetMapping(HtmlPages.CONSOLE + "/figures")
  ResponseEntity<?> figures(HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(
            pages.page("figures", request, Map.of("report", figures.read(), "weeks", Weeks.COUNT)));
  }
}
