package org.cartwright.console.settings;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.web.HtmlPages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells whoever may not have a page of the settings who may. Services behind it ask once more, so
 * that it is a courtesy and not the lock.
 */
@Component
public class SettingsDoor implements HandlerInterceptor, WebMvcConfigurer {

  /** Where the settings begin. */
  public static final String PATH = HtmlPages.CONSOLE + "/settings";

  private final ObjectProvider<ConsolePages> pages;

  SettingsDoor(ObjectProvider<ConsolePages> pages) {
    this.pages = pages;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns(PATH, PATH + "/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var right = SettingsSections.right(request.getRequestURI());
    var who = ConsoleSession.current();
    if (who.isEmpty() || right.isOf(who.get().member().role())) {
      return true;
    }
    pages.getObject().closed("settings.closed." + right, request, response);
    return false;
  }
}
