package org.cartwright.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Whether a request comes from this very machine and means it. A page from elsewhere whose name
 * somebody lets point to 127.0.0.1 asks from this machine too, but under its own name; and what a
 * proxy passes on comes from this machine for whoever asks the proxy.
 */
public final class LocalRequests {

  private static final Pattern NAMES =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  private static final List<String> PASSED_ON =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private LocalRequests() {}

  /** Answers everybody else as if nothing were here. */
  public static void require(HttpServletRequest request) {
    if (!isLoopback(request.getRemoteAddr())
        || !isOurName(request.getHeader(HttpHeaders.HOST))
        || PASSED_ON.stream().anyMatch(header -> request.getHeader(header) != null)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private static boolean isLoopback(@Nullable String address) {
    try {
      return address != null && InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isOurName(@Nullable String host) {
    return host != null && NAMES.matcher(host).matches();
  }
}
