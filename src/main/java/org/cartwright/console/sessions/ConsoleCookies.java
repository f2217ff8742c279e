package org.cartwright.console.sessions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.RequestTransport;
import org.cartwright.tenancy.Tenants;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies of the console: not for scripts, for no other address, and only over TLS; but where
 * the database started by itself, over what the browser speaks.
 */
@Component
public class ConsoleCookies {

  private static final String FORMS = "console-forms";
  private static final String NOTE = "console-note";
  private static final Duration FORMS_LAST = Duration.ofDays(30);
  private static final Duration NOTES_LAST = Duration.ofMinutes(2);

  private final boolean isEmbedded;

  ConsoleCookies(@Value("${cartwright.embedded:false}") boolean isEmbedded) {
    this.isEmbedded = isEmbedded;
  }

  /** The secret of a session, and whose it is. */
  public record Bearer(String tenant, String token) {}

  /** What a request brings to be known by, if that can be anything. */
  public Optional<Bearer> bearer(HttpServletRequest request) {
    return values(request, HtmlPages.SESSION)
        .map(value -> value.split("\\.", 2))
        .filter(parts -> parts.length == 2)
        .map(parts -> new Bearer(parts[0], parts[1]))
        .filter(it -> Tenants.isPossible(it.tenant()) && SecretToken.isPossible(it.token()))
        .findFirst();
  }

  /**
   * Carries a session. Links from elsewhere find whoever follows them signed in; what changes
   * something is a form, and has a token besides.
   */
  public ResponseCookie session(HttpServletRequest request, Bearer bearer) {
    return cookie(HtmlPages.SESSION, bearer.tenant() + "." + bearer.token(), request)
        .sameSite("Lax")
        .maxAge(ConsoleSessions.LASTS)
        .build();
  }

  /** Takes it away. */
  public ResponseCookie none(HttpServletRequest request) {
    return cookie(HtmlPages.SESSION, "", request).sameSite("Lax").maxAge(0).build();
  }

  /**
   * Carries something to the page that follows on a form, which no address may say: whoever can
   * make somebody follow a link could say it too.
   *
   * @param note empty for none, which takes away what there was
   */
  public ResponseCookie note(HttpServletRequest request, String note) {
    return cookie(NOTE, note, request)
        .sameSite("Lax")
        .maxAge(note.isEmpty() ? Duration.ZERO : NOTES_LAST)
        .build();
  }

  /** What a form had to say to the page that follows. */
  public Optional<String> note(HttpServletRequest request) {
    return values(request, NOTE).filter(note -> !note.isEmpty()).findFirst();
  }

  /** What a browser's forms are told from others' by. */
  Optional<String> forms(HttpServletRequest request) {
    return values(request, FORMS).filter(SecretToken::isPossible).findFirst();
  }

  /**
   * Tells a browser's forms from others'. Who follows a link from elsewhere brings it, too: they
   * would be given another one, and no form would be good any more that is open beside.
   */
  ResponseCookie forms(HttpServletRequest request, String nonce) {
    return cookie(FORMS, nonce, request).sameSite("Lax").maxAge(FORMS_LAST).build();
  }

  /**
   * The same once more, for as long again: whoever comes in goes on with the pages that are open.
   */
  public Optional<ResponseCookie> formsAnew(HttpServletRequest request) {
    return forms(request).map(nonce -> forms(request, nonce));
  }

  private ResponseCookie.ResponseCookieBuilder cookie(
      String name, String value, HttpServletRequest request) {
    return ResponseCookie.from(name, value)
        .path(HtmlPages.CONSOLE)
        .httpOnly(true)
        .secure(!isEmbedded || RequestTransport.isTls(request));
  }

  private static Stream<String> values(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue);
  }
}
