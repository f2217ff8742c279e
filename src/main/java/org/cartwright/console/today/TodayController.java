package org.cartwright.console.today;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the console. */
@Hidden
@Controller
class TodayController {

  private final ConsolePages pages;
  private final TodayBoard board;

  TodayController(ConsolePages pages, TodayBoard board) {
    this.pages = pages;
    this.board = board;
  }

  @GetMapping(HtmlPages.CONSOLE + "/today")
  ResponseEntity<?> today(HttpServletRequest request) {
    return HtmlPages.page(200).body(pages.page("today", request, Map.of("lists", board.read())));
  }
}
