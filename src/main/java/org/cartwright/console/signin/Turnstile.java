package org.cartwright.console.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.EntryRefused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Turns away who is not in, or whose form has no token. Who only wants to see something is shown
 * the door; who sent something is shown what it was, to send it again once they are in.
 */
@Component
class Turnstile implements AuthenticationEntryPoint, AccessDeniedHandler {

  private static final int STRANGER = 401;
  private static final int FORBIDDEN = 403;

  private final ConsolePages pages;
  private final ApplicationEventPublisher announcements;

  Turnstile(ConsolePages pages, ApplicationEventPublisher announcements) {
    this.pages = pages;
    this.announcements = announcements;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (ConsolePages.isLively(request)) {
      ConsolePages.overWhatIsOpen(request).forEach(response::setHeader);
      answer(response, STRANGER, pages.notice("signedout.lively", SignInController.DOOR, request));
      return;
    }
    if (request.getMethod().equals("GET")) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, SignInController.DOOR);
      return;
    }
    var path = request.getRequestURI();
    answer(
        response,
        STRANGER,
        isFile(request)
            ? pages.signedOutWithAFile(path.substring(0, path.lastIndexOf('/')), request)
            : pages.signedOut(path, sent(request), request));
  }

  /** A file is sent to below the page on which it is chosen. */
  private static boolean isFile(HttpServletRequest request) {
    var type = request.getContentType();
    return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
      throws IOException {
    ConsoleSession.current()
        .ifPresent(
            it ->
                announcements.publishEvent(
                    new EntryRefused(it.tenant(), "console-form", FORBIDDEN)));
    ConsolePages.overWhatIsOpen(request).forEach(response::setHeader);
    answer(response, FORBIDDEN, pages.notice("error.403", request));
  }

  private static List<ConsolePages.Kept> sent(HttpServletRequest request) {
    return request.getParameterMap().entrySet().stream()
        .flatMap(
            field ->
                Arrays.stream(field.getValue())
                    .map(value -> new ConsolePages.Kept(field.getKey(), value)))
        .toList();
  }

  private static void answer(HttpServletResponse response, int status, String page)
      throws IOException {
    response.setStatus(status);
    response.setContentType(HtmlPages.HTML.toString());
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }
}
