package org.cartwright.console.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cartwright.platform.secrets.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * The tokens that the console's forms bring along: a seal on who is in and on a secret of their
 * browser. No other site knows it, nobody else's fits, and a page that was open while its session
 * ended is good again once the same person has signed in.
 */
@Component
public class FormTokens implements CsrfTokenRepository {

  /** The field that holds it. */
  public static final String FIELD = "token";

  private static final String HEADER = "X-Form-Token";
  private static final String PURPOSE = "console's form";

  private final ConsoleCookies cookies;
  private final Sealer seals;

  FormTokens(ConsoleCookies cookies, Sealer seals) {
    this.cookies = cookies;
    this.seals = seals;
  }

  private record Sealed(String nonce, String seal) implements CsrfToken {

    @Override
    public String getHeaderName() {
      return HEADER;
    }

    @Override
    public String getParameterName() {
      return FIELD;
    }

    @Override
    public String getToken() {
      return seal;
    }
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return sealed(SecretToken.draw());
  }

  /** A new one is known by its cookie. */
  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token instanceof Sealed made) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.forms(request, made.nonce()).toString());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    return cookies.forms(request).map(this::sealed).orElse(null);
  }

  private Sealed sealed(String nonce) {
    var whose =
        ConsoleSession.current()
            .map(session -> session.tenant() + "\n" + session.member().id())
            .orElse("");
    return new Sealed(nonce, seals.seal(PURPOSE, nonce + "\n" + whose));
  }
}
