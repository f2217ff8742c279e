package org.cartwright.quotes.page.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.cartwright.platform.secrets.Sealer;
import org.cartwright.quotes.delivery.LinkVisit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Visitors' sessions, kept by their browsers under a seal: any instance of the service knows them,
 * and nothing is to be cleaned up.
 */
@Component
public class SessionCookies {

  static final Duration LASTS = Duration.ofMinutes(30);
  static final String COOKIE = "visit";

  private static final String PURPOSE = "patient's session";
  private static final String LINK_PURPOSE = "address of a patient's link";
  private static final String FORM_PURPOSE = "patient's answer";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PARTS = 6;

  private final Sealer seals;
  private final Clock clock;

  SessionCookies(Sealer seals, Clock clock) {
    this.seals = seals;
    this.clock = clock;
  }

  public VisitorSession begin(LinkAddress link, LinkVisit visit) {
    var nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return new VisitorSession(
        fingerprint(link),
        visit.linkId(),
        visit.quoteId(),
        visit.challenge(),
        clock.instant().plus(LASTS),
        Base64.getUrlEncoder().withoutPadding().encodeToString(nonce));
  }

  /** The session that is good for this visit. */
  public Optional<VisitorSession> of(
      HttpServletRequest request, LinkAddress link, LinkVisit visit) {
    return at(link, request).filter(session -> session.isFor(visit)).findFirst();
  }

  /** Whether a session is half over, and a new one costs the visitor nothing. */
  public boolean isBetterBegunAnew(VisitorSession session, LinkVisit visit) {
    return visit.challenge() == LinkVisit.Challenge.NONE
        && visit.standing() == LinkVisit.Standing.OPEN
        && session.until().isBefore(clock.instant().plus(LASTS.dividedBy(2)));
  }

  /**
   * The session begun at a link that leads nowhere any more: good for nothing but to tell its
   * bearer so.
   */
  public Optional<VisitorSession> left(HttpServletRequest request, LinkAddress link) {
    return at(link, request).findFirst();
  }

  /** A link and its newest quote have cookies of one name, and the browser sends both. */
  private Stream<VisitorSession> at(LinkAddress link, HttpServletRequest request) {
    var now = clock.instant();
    var print = fingerprint(link);
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue)
        .flatMap(value -> unsealed(value).stream())
        .filter(session -> session.link().equals(print) && now.isBefore(session.until()));
  }

  private String fingerprint(LinkAddress link) {
    return seals.seal(LINK_PURPOSE, link.path());
  }

  /**
   * The cookie that carries a session: not for scripts, not for other sites' forms and contents,
   * and for no other address than the link's. Who follows the link again, as from a web mail,
   * brings it along, and is not asked again.
   *
   * @param secure whether it is only to be sent over TLS
   */
  public ResponseCookie cookie(VisitorSession session, LinkAddress link, boolean secure) {
    var text = text(session);
    var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    return ResponseCookie.from(COOKIE, encoded + "." + seals.seal(PURPOSE, text))
        .path(link.path())
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(LASTS)
        .build();
  }

  /**
   * What a form of this session has to bring along, so that no other site's form can pass as it.
   */
  public String formToken(VisitorSession session) {
    return seals.seal(FORM_PURPOSE, text(session));
  }

  public boolean isFormToken(@Nullable String token, VisitorSession session) {
    return token != null && seals.isGood(FORM_PURPOSE, text(session), token);
  }

  private Optional<VisitorSession> unsealed(String value) {
    var dot = value.indexOf('.');
    if (dot < 0 || value.length() > 1000) {
      return Optional.empty();
    }
    try {
      var text =
          new String(
              Base64.getUrlDecoder().decode(value.substring(0, dot)), StandardCharsets.UTF_8);
      return seals.isGood(PURPOSE, text, value.substring(dot + 1))
          ? Optional.of(session(text))
          : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String text(VisitorSession session) {
    return String.join(
        "\n",
        session.link(),
        session.linkId(),
        session.quoteId(),
        session.passed().name(),
        session.until().toString(),
        session.nonce());
  }

  private static VisitorSession session(String text) {
    var parts = text.split("\n", PARTS);
    return new VisitorSession(
        parts[0],
        parts[1],
        parts[2],
        LinkVisit.Challenge.valueOf(parts[3]),
        Instant.parse(parts[4]),
        parts[5]);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
