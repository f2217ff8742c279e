package org.cartwright.console.settings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The terms a clinic keeps for its quotes, and how its quotes begin. */
@Hidden
@Controller
class TermsController {

  private static final String PATH = SettingsDoor.PATH + "/terms";
  private static final String NEW = PATH + "/new";
  private static final String ONE = PATH + "/{terms_id}";
  private static final String FORM = "terms";

  private final ConsolePages pages;
  private final TermsDesk desk;

  TermsController(ConsolePages pages, TermsDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(PATH)
  ResponseEntity<?> all(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return list(Trouble.NONE, session, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> begin(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("begin", request);
    var trouble = Trouble.of(typed, () -> desk.begin(typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : list(trouble, session, request);
  }

  @GetMapping(NEW)
  ResponseEntity<?> fresh(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    SettingsRight.MANAGERS.require(session);
    return form(null, Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> keep(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    var trouble = Trouble.of(typed, () -> desk.keep(typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : form(null, trouble, session, request);
  }

  @GetMapping(ONE)
  ResponseEntity<?> one(
      @PathVariable("terms_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return form(id, Trouble.NONE, session, request);
  }

  @PostMapping(ONE)
  ResponseEntity<?> change(
      @PathVariable("terms_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(FORM, request);
    var trouble = Trouble.of(typed, () -> desk.change(id, typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : form(id, trouble, session, request);
  }

  @PostMapping(ONE + "/delete")
  ResponseEntity<?> delete(
      @PathVariable("terms_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("delete", request);
    var trouble = Trouble.of(typed, () -> desk.delete(id, typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : form(id, trouble, session, request);
  }

  private ResponseEntity<?> list(
      Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var begin = desk.defaults(session);
    var words = new HashMap<String, Object>();
    words.put("all", desk.all(session));
    words.put("begin", begin);
    words.put("seen", TermsDesk.seen(begin));
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("terms", request, words));
  }

  private ResponseEntity<?> form(
      @Nullable String id, Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    if (id != null) {
      var terms = desk.get(id, session);
      words.put("terms", terms);
      words.put("seen", TermsDesk.seen(terms));
    }
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("terms-form", request, words));
  }
}
