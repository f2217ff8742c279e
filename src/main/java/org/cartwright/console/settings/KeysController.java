package org.cartwright.console.settings;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.keys.ApiKeys;
import org.cartwright.tenancy.keys.KnownKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The keys with which programs ask for the clinic. A key is shown once: when it is made. */
@Hidden
@Controller
class KeysController {

  private static final String PATH = SettingsDoor.PATH + "/keys";

  private final ConsolePages pages;
  private final KeyDesk desk;

  KeysController(ConsolePages pages, KeyDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(null, Trouble.NONE, session, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> make(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("key", request);
    return Trouble.answering(
        typed,
        () -> desk.make(typed, session),
        made -> page(made, Trouble.NONE, session, request),
        trouble -> page(null, trouble, session, request));
  }

  @PostMapping(PATH + "/{key_id}/revoke")
  ResponseEntity<?> revoke(
      @PathVariable("key_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("revoke-" + id, request);
    var trouble = Trouble.of(typed, () -> desk.revoke(id, typed, session));
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : page(null, trouble, session, request);
  }

  private ResponseEntity<?> page(
      ApiKeys.@Nullable Issued made,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var inUse = desk.inUse(session);
    var words = new HashMap<String, Object>();
    words.put("keys", inUse);
    words.put(
        "staying",
        inUse.stream().map(KnownKey::id).filter(id -> desk.isOfTheDemo(id, session)).toList());
    words.put("revoked", desk.revokedLately(session));
    words.put("seen", KeyDesk.seen(inUse));
    words.put("made", made);
    words.put("clinic", session.tenant());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("keys", request, words));
  }
}
