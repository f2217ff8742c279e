package org.cartwright.console.staff;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.console.form.Trouble;
import org.cartwright.console.form.Typed;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.page.FullName;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskMember;
import org.cartwright.staff.DeskRole;
import org.cartwright.staff.DeskRoles;
import org.cartwright.staff.Providers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The clinic's providers with their roles at the console: seen by all of them, changed by owners.
 */
@Hidden
@Controller
class StaffController {

  private static final String PATH = HtmlPages.CONSOLE + "/staff";

  private final ConsolePages pages;
  private final StaffDesk desk;
  private final Providers providers;
  private final DeskRoles roles;

  StaffController(ConsolePages pages, StaffDesk desk, Providers providers, DeskRoles roles) {
    this.pages = pages;
    this.desk = desk;
    this.providers = providers;
    this.roles = roles;
  }

  /**
   * A provider.
   *
   * @param role none if they may not come in
   * @param isSelf whether it is who looks
   */
  record Row(
      String id, String name, @Nullable String email, @Nullable DeskRole role, boolean isSelf) {}

  @GetMapping(PATH)
  ResponseEntity<?> staff(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return page(Trouble.NONE, session, request);
  }

  @PostMapping(PATH)
  ResponseEntity<?> invite(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var typed = Typed.of("invite", request);
    return answer(Trouble.of(typed, () -> desk.invite(typed, session)), session, request);
  }

  @PostMapping(PATH + "/{provider_id}")
  ResponseEntity<?> give(
      @PathVariable("provider_id") String provider,
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request) {
    var typed = Typed.of("role-" + provider, request);
    return answer(Trouble.of(typed, () -> desk.give(provider, typed, session)), session, request);
  }

  private ResponseEntity<?> answer(
      Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    return trouble.isNone() ? ConsolePages.seeOther(PATH) : page(trouble, session, request);
  }

  private ResponseEntity<?> page(
      Trouble trouble, ConsoleSession session, HttpServletRequest request) {
    var words = new HashMap<String, Object>();
    words.put("staff", rows(session.member().id()));
    words.put("roles", DeskRole.values());
    words.put("isOwner", session.member().role() == DeskRole.OWNER);
    trouble.tell(words);
    return HtmlPages.page(trouble.status()).body(pages.page("staff", request, words));
  }

  private List<Row> rows(String self) {
    var given =
        roles.all().stream()
            .collect(Collectors.toUnmodifiableMap(DeskMember::id, DeskMember::role));
    return providers.all(null).stream()
        .map(
            it ->
                new Row(
                    it.id(),
                    FullName.of(it.firstName(), it.lastName()),
                    it.email(),
                    given.get(it.id()),
                    it.id().equals(self)))
        .toList();
  }
}
