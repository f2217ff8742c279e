package org.cartwright.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.util.StringUtils;

/**
 * The parts of the house that answer people with pages: everything below {@value #PATH}, which is
 * for patients, and below {@value #CONSOLE}, which is for the clinics' staff. They ask for no API
 * key, and tell also what goes wrong on a page.
 */
public final class HtmlPages {

  public static final String PATH = "/q";
  public static final String CONSOLE = "/console";

  /** The cookie of who has signed in at the console. */
  public static final String SESSION = "console";

  public static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  /**
   * What every answer to a person says to the browser: nothing runs, nothing is loaded from
   * elsewhere, nothing is kept, found, framed, or told to others.
   */
  public static final Map<String, String> HEADERS = headers();

  private HtmlPages() {}

  private static Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    headers.put("X-Frame-Options", "DENY");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("X-Robots-Tag", "noindex, nofollow, noarchive");
    headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put(
        "Permissions-Policy",
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), publickey-credentials-get=(), usb=()");
    return Map.copyOf(headers);
  }

  /** Whether a person is to be answered. */
  public static boolean is(HttpServletRequest request) {
    return is(request.getRequestURI());
  }

  /** Whether the staff's console is asked. */
  public static boolean isOfTheConsole(HttpServletRequest request) {
    return isOfTheConsole(request.getRequestURI());
  }

  /**
   * Whether it is a person's address.
   *
   * @param path as it was sent; a request line that could not be read has none
   */
  public static boolean is(@Nullable String path) {
    return isWithin(PATH, path) || isOfTheConsole(path);
  }

  /**
   * Whether it is an address of the staff's console.
   *
   * @param path as it was sent
   */
  public static boolean isOfTheConsole(@Nullable String path) {
    return isWithin(CONSOLE, path);
  }

  private static boolean isWithin(String area, @Nullable String path) {
    return path != null && (decoded(path) + "/").startsWith(area + "/");
  }

  /** As it counts where it is routed, however it is spelled. */
  private static String decoded(String path) {
    try {
      return StringUtils.uriDecode(path, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path; // nothing is there
    }
  }

  /** Whether what goes wrong with a request is to be told on a page. */
  public static boolean wantsAPage(HttpServletRequest request) {
    return is(asked(request)) && !wantsNothingButJson(request.getHeader(HttpHeaders.ACCEPT));
  }

  /** The path that was asked for, also where the container asks what to say of it. */
  public static String asked(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return failed instanceof String path ? path : request.getRequestURI();
  }

  private static boolean wantsNothingButJson(@Nullable String accept) {
    try {
      var accepted = MediaType.parseMediaTypes(accept);
      return !accepted.isEmpty()
          && accepted.stream()
              .allMatch(type -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** Whether whoever sends this {@code Accept} would rather have a page than JSON. */
  public static boolean prefersAPage(@Nullable String accept) {
    try {
      var accepted = new ArrayList<>(MediaType.parseMediaTypes(accept));
      MimeTypeUtils.sortBySpecificity(accepted);
      for (var type : accepted) {
        if (type.equalsTypeAndSubtype(MediaType.TEXT_HTML)) {
          return true;
        }
        if (type.includes(MediaType.APPLICATION_JSON)) {
          return false;
        }
      }
    } catch (InvalidMediaTypeException e) {
      return false;
    }
    return false;
  }

  /** The beginning of an answer that is a page. */
  public static ResponseEntity.BodyBuilder page(int status) {
    return ResponseEntity.status(HttpStatusCode.valueOf(status)).contentType(HTML);
  }
}
