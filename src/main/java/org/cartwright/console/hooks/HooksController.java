package org.cartwright.console.hooks;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.settings.SettingsDoor;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.webhooks.api.WebhookDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The clinic's webhooks: listed, made and changed. */
@Hidden
@Controller
class HooksController {

  static final String PATH = SettingsDoor.PATH + "/webhooks";

  private static final String NEW = PATH + "/new";
  private static final String EDIT = PATH + "/{webhook_id}/edit";

  private final ConsolePages pages;
  private final HookDesk desk;

  HooksController(ConsolePages pages, HookDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(pages.page("webhooks", request, Map.of("webhooks", desk.all(session))));
  }

  @GetMapping(NEW)
  ResponseEntity<?> fresh(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return form(null, Trouble.NONE, session, request);
  }

  @PostMapping(NEW)
  ResponseEntity<?> create(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of(HookForm.NAME, request);
    return Trouble.answering(
        typed,
        () -> desk.create(typed, session),
        webhook -> secret(pages, webhook, request),
        trouble -> form(null, trouble, session, request));
  }

  @GetMapping(EDIT)
  ResponseEntity<?> edit(
      @PathVariable("webhook_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    return form(desk.get(id, session), Trouble.NONE, session, request);
  }

  @PostMapping(EDIT)
  ResponseEntity<?> change(
      @PathVariable("webhook_id") String id,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of(HookForm.NAME, request);
    var trouble = Trouble.of(typed, () -> desk.change(id, typed, session));
    return trouble.isNone()
        ? ConsolePages.seeOther(PATH + "/" + id)
        : form(desk.get(id, session), trouble, session, request);
  }

  /** The only page that shows a secret: right after it was made. */
  static ResponseEntity<?> secret(
      ConsolePages pages, WebhookDetail webhook, HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(pages.page("webhook-secret", request, Map.of("webhook", webhook)));
  }

  private ResponseEntity<?> form(
      @Nullable WebhookDetail webhook,
      Trouble trouble,
      ConsoleSession session,
      HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    List<WebhookDetail> all = desk.all(session);
    words.put("webhook", webhook);
    words.put("seen", webhook == null ? HookForm.seen(all) : HookForm.seen(webhook));
    words.put("form", HookForm.of(webhook).after(trouble.problem()));
    words.put("choices", HookForm.choices());
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("webhook-form", request, words));
  }
}
