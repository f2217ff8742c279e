package org.cartwright.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.cartwright.platform.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * Whom we know. A request becomes known once its key, or its session at the console, was found
 * good; what it was known by is remembered for a while, so that strangers who ask too much from the
 * same address do not lock those out who work there. It opens nothing: a key or a session is looked
 * at again behind here.
 */
final class KnownClients {

  private static final String KNOWN = KnownClients.class.getName();

  private final Cache<String, Boolean> lately =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(5)).maximumSize(10_000).build();

  /** Notes that it is known who asks this. */
  static void made(HttpServletRequest request) {
    request.setAttribute(KNOWN, true);
  }

  static boolean isMade(HttpServletRequest request) {
    return request.getAttribute(KNOWN) != null;
  }

  /** Whether somebody asked with the same key or session and was known, not long ago. */
  boolean isOld(HttpServletRequest request) {
    var introduction = introduction(request);
    return introduction != null && lately.getIfPresent(introduction) != null;
  }

  /**
   * Remembers, or forgets, by what came of a request.
   *
   * @param failed whether the service failed at it, so that whose it is may not have been found out
   */
  void learn(HttpServletRequest request, boolean failed) {
    var introduction = introduction(request);
    if (introduction == null) {
      return;
    }
    if (isMade(request)) {
      lately.put(introduction, true);
    } else if (!failed) {
      lately.invalidate(introduction);
    }
  }

  private static @Nullable String introduction(HttpServletRequest request) {
    if (HtmlPages.isOfTheConsole(request)) {
      var session = WebUtils.getCookie(request, HtmlPages.SESSION);
      return session == null ? null : hash("", session.getValue());
    }
    var tenant = request.getHeader("TENANT");
    var key = request.getHeader("API-KEY");
    return tenant == null || key == null ? null : hash(tenant, key);
  }

  private static String hash(String tenant, String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(tenant.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
