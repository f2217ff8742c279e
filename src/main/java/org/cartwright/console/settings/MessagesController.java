package org.cartwright.console.settings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.cartwright.console.form.Problem;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.messages.templates.MessagePreview;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How the clinic's messages are worded: all of them, and each with how it reads. */
@Hidden
@Controller
class MessagesController {

  private static final String PATH = SettingsDoor.PATH + "/messages";
  private static final String ONE = PATH + "/{occasion}/{channel}";
  private static final String FORM = "message";

  private final ConsolePages pages;
  private final MessageDesk desk;

  MessagesController(ConsolePages pages, MessageDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(PATH)
  ResponseEntity<?> all(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(pages.page("messages", request, Map.of("templates", desk.all(session))));
  }

  @GetMapping(ONE)
  ResponseEntity<?> one(
      @PathVariable String occasion,
      @PathVariable String channel,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var place = MessageDesk.Place.of(occasion, channel);
    return page(place, Trouble.NONE, desk.preview(desk.get(place, session)), session, request);
  }

  /** Shows how it would read, as far as it is typed. */
  @PostMapping(ONE + "/preview")
  ResponseEntity<?> preview(
      @PathVariable String occasion,
      @PathVariable String channel,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var place = MessageDesk.Place.of(occasion, channel);
    var typed = Typed.of(FORM, request);
    var said =
        new Trouble(200, new Problem(FORM, typed.fields(), desk.reasons(place, typed)), null, "");
    return page(place, said, desk.preview(place, typed), session, request);
  }

  @PostMapping(ONE)
  ResponseEntity<?> change(
      @PathVariable String occasion,
      @PathVariable String channel,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var place = MessageDesk.Place.of(occasion, channel);
    var typed = Typed.of(FORM, request);
    var trouble = Trouble.of(typed, () -> desk.change(place, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH)
        : page(place, trouble, desk.preview(place, typed), session, request);
  }

  @PostMapping(ONE + "/house")
  ResponseEntity<?> reset(
      @PathVariable String occasion,
      @PathVariable String channel,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var place = MessageDesk.Place.of(occasion, channel);
    var typed = Typed.of("house", request);
    var trouble = Trouble.of(typed, () -> desk.reset(place, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH + "/" + occasion + "/" + channel)
        : page(place, trouble, desk.preview(desk.get(place, session)), session, request);
  }

  private ResponseEntity<?> page(
      MessageDesk.Place place,
      Trouble trouble,
      MessagePreview preview,
      ConsoleSession session,
      HttpServletRequest request) {
    var template = desk.get(place, session);
    var words = new HashMap<String, Object>();
    words.put("template", template);
    words.put("seen", MessageDesk.seen(template));
    words.put("spoken", desk.language());
    words.put("preview", preview);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("message", request, words));
  }
}
