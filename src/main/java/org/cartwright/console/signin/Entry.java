package org.cartwright.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.cartwright.console.sessions.ConsoleCookies;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.sessions.ConsoleSessions;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskMember;
import org.cartwright.tenancy.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets people in and out. */
@Component
class Entry {

  private final ConsoleSessions sessions;
  private final ConsoleCookies cookies;

  Entry(ConsoleSessions sessions, ConsoleCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /**
   * Lets a provider in, with a session that nobody knew before; the one this browser had is over.
   */
  ResponseEntity<?> letIn(String tenant, DeskMember member, HttpServletRequest request) {
    ConsoleSession.current()
        .ifPresent(
            before ->
                Caller.ofStaff(before.tenant(), before.member().id())
                    .run(() -> sessions.end(before)));
    var token = Caller.ofStaff(tenant, member.id()).call(() -> sessions.begin(member));
    var session = cookies.session(request, new ConsoleCookies.Bearer(tenant, token));
    var given =
        Stream.concat(Stream.of(session), cookies.formsAnew(request).stream())
            .map(ResponseCookie::toString)
            .toArray(String[]::new);
    return leadingTo(HtmlPages.CONSOLE).header(HttpHeaders.SET_COOKIE, given).build();
  }

  /** Shows somebody out, who is at the door then. */
  ResponseEntity<?> showOut(HttpServletRequest request) {
    return leadingTo(SignInController.DOOR)
        .header(HttpHeaders.SET_COOKIE, cookies.none(request).toString())
        .build();
  }

  /** The way on, so that reloading it does nothing again. */
  static ResponseEntity.HeadersBuilder<?> leadingTo(String path) {
    return ResponseEntity.status(303).location(URI.create(path));
  }
}
