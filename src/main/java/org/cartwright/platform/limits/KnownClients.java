package org.cartwright.platform.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Whom we know. A request becomes known once its key was found good; what it was known by is
 * remembered for a while, so that strangers who ask too much from the same address do not lock
 * those out who work there. It opens nothing: a key is looked at again behind here.
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

  /** Whether somebody asked with the same key and was known, not long ago. */
  boolean isOld(HttpServletRequest request) {
    var introduction = introduction(request);
    return introduction != null && lately.getIfPresent(introduction) != null;
  }

  /** Remembers, or forgets, by what came of a request. */
  void learn(HttpServletRequest request) {
    var introduction = introduction(request);
    if (introduction == null) {
      return;
    }
    if (isMade(request)) {
      lately.put(introduction, true);
    } else {
      lately.invalidate(introduction);
    }
  }

  private static @Nullable String introduction(HttpServletRequest request) {
    var tenant = request.getHeader("TENANT");
    var key = request.getHeader("API-KEY");
    if (tenant == null || key == null) {
      return null;
    }
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(tenant.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
