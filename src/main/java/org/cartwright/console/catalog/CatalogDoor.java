package org.cartwright.console.catalog;

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
 * Tells whoever may not change the catalog who may, where there is nothing on a page but a form to
 * change it. What is sent all the same is refused where it is done, beside what was typed.
 */
@Component
class CatalogDoor implements HandlerInterceptor, WebMvcConfigurer {

  private static final String CATALOG = HtmlPages.CONSOLE + "/catalog";

  private final ObjectProvider<ConsolePages> pages;

  CatalogDoor(ObjectProvider<ConsolePages> pages) {
    this.pages = pages;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(CATALOG + "/new-*", CATALOG + "/*/new", CATALOG + "/taxes/*");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var who = ConsoleSession.current();
    if (!request.getMethod().equals("GET")
        || who.isEmpty()
        || who.get().member().role().mayChangeCatalog()) {
      return true;
    }
    pages.getObject().closed("catalog.closed", request, response);
    return false;
  }
}
