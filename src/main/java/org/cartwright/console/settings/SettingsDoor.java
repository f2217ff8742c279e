package org.cartwright.console.settings;

import jakarta.servlet.http.HttpServletRequest;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.page.Door;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.staff.DeskRole;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells whoever may not have a page of the settings who may. */
@Component
public class SettingsDoor extends Door {

  /** Where the settings begin. */
  public static final String PATH = HtmlPages.CONSOLE + "/settings";

  SettingsDoor(ObjectProvider<ConsolePages> pages) {
    super(pages, PATH, PATH + "/**");
  }

  @Override
  protected @Nullable String closedTo(DeskRole role, HttpServletRequest request) {
    var right = SettingsSections.right(request.getServletPath());
    return right.isOf(role) ? null : "settings.closed." + right;
  }
}
