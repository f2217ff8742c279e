package org.cartwright.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Violation;
import org.jspecify.annotations.Nullable;

/**
 * A request with a key of its own.
 *
 * @param method its method
 * @param path its path as it was sent
 * @param hash the SHA-256 of its method, path, query and body: another request has another
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record KeyedRequest(String key, String method, String path, byte[] hash) {

  private static final Pattern POSSIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

  /**
   * @param body its body as it was sent
   * @throws InvalidRequest if this cannot be a key
   */
  static KeyedRequest of(String key, HttpServletRequest request, byte[] body) {
    if (!POSSIBLE.matcher(key).matches()) {
      throw refused("a key has 1 to 255 visible characters");
    }
    var method = request.getMethod();
    var path = request.getRequestURI();
    return new KeyedRequest(key, method, path, hash(method, path, request.getQueryString(), body));
  }

  InvalidRequest refusedAsAnother() {
    return refused("another request had this key; send a new one with a new request");
  }

  private static byte[] hash(String method, String path, @Nullable String query, byte[] body) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var head = method + "\n" + path + "\n" + (query == null ? "" : query) + "\n";
      sha.update(head.getBytes(StandardCharsets.UTF_8));
      return sha.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static InvalidRequest refused(String sentence) {
    return new InvalidRequest(Violation.of(List.of("header", Idempotency.HEADER), sentence));
  }
}
