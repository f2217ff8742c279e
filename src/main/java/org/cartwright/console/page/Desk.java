package org.cartwright.console.page;

import java.util.Locale;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.format.TimeFormat;
import org.cartwright.staff.DeskRole;
import org.cartwright.tenancy.Tenant;

/**
 * What every page shows of who is in: the clinic, and the person.
 *
 * @param isShop whether the clinic sells in markets
 * @param times how moments are written for them
 */
public record Desk(String clinic, String name, DeskRole role, boolean isShop, TimeFormat times) {

  static Desk of(ConsoleSession session, Tenant tenant, boolean isShop, Locale language) {
    return new Desk(
        tenant.name(),
        session.member().name(),
        session.member().role(),
        isShop,
        TimeFormat.of(tenant.timeZone(), ConsoleLanguage.at(tenant.locale(), language)));
  }
}
