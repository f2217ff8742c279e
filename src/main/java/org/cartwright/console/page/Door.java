package org.cartwright.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells whoever may not have certain pages who may. Services behind them ask once more, so that it
 * is a courtesy and not the lock.
 */
public abstract class Door implements HandlerInterceptor, WebMvcConfigurer {

  private final ObjectProvider<ConsolePages> pages;
  private final List<String> paths;

  /** At the pages of these path patterns. */
  protected Door(ObjectProvider<ConsolePages> pages, String... paths) {
    this.pages = pages;
    this.paths = List.of(paths);
  }

  /** The text that tells somebody of a role why a request is not for them; none if it is. */
  protected abstract @Nullable String closedTo(DeskRole role, HttpServletRequest request);

  @Override
  public final void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(paths);
  }

  @Override
  public final boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
    var why =
        ConsoleSession.current()
            .map(session -> closedTo(session.member().role(), request))
            .orElse(null);
    if (why == null) {
      return true;
    }
    pages.getObject().closed(why, request, response);
    return false;
  }
}
