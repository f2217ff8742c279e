package org.cartwright.console.signin;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.sessions.ConsoleSessions;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What somebody sees of themselves, and how they leave. */
@Hidden
@Controller
class AccountController {

  private static final String ACCOUNT = HtmlPages.CONSOLE + "/account";

  private final ConsolePages pages;
  private final ConsoleSessions sessions;
  private final Entry entry;

  AccountController(ConsolePages pages, ConsoleSessions sessions, Entry entry) {
    this.pages = pages;
    this.sessions = sessions;
    this.entry = entry;
  }

  @GetMapping(HtmlPages.CONSOLE)
  ResponseEntity<?> home() {
    return Entry.leadingTo(HtmlPages.CONSOLE + "/today").build();
  }

  @GetMapping(ACCOUNT)
  ResponseEntity<?> account(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(
            pages.page(
                "account",
                request,
                Map.of(
                    "member",
                    session.member(),
                    "session",
                    session.id(),
                    "sessions",
                    sessions.of(session.member().id()))));
  }

  @PostMapping(HtmlPages.CONSOLE + "/sign-out")
  ResponseEntity<?> signOut(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    sessions.end(session);
    return entry.showOut(request);
  }

  @PostMapping(HtmlPages.CONSOLE + "/sign-out-everywhere")
  ResponseEntity<?> signOutEverywhere(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    sessions.endAll(session.member().id());
    return entry.showOut(request);
  }
}
