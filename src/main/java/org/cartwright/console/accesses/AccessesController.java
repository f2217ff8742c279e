package org.cartwright.console.accesses;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cartwright.audit.Outcome;
import org.cartwright.audit.reading.AuditTable;
import org.cartwright.console.page.ConsoleLanguage;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.console.settings.SettingsDoor;
import org.cartwright.platform.web.CsvStream;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The record of accesses: who saw or did what, when. To look at it is an access, too. */
@Hidden
@Controller
class AccessesController {

  static final String PATH = SettingsDoor.PATH + "/accesses";
  static final String TABLE = PATH + "/audit.csv";

  private final ConsolePages pages;
  private final AccessDesk desk;

  AccessesController(ConsolePages pages, AccessDesk desk) {
    this.pages = pages;
    this.desk = desk;
  }

  @GetMapping(PATH)
  ResponseEntity<?> list(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    var filter = filter(request);
    var deeds = Deeds.in(ConsoleLanguage.of(request));
    var view = desk.view(filter, deeds, session);
    var askers = view.askers();
    var words = new HashMap<String, Object>();
    words.put("filter", filter);
    words.put("found", view.found());
    words.put("deeds", deeds);
    words.put("askers", askers);
    words.put(
        "names",
        askers.stream()
            .collect(
                Collectors.toMap(
                    AccessDesk.Asker::id, AccessDesk.Asker::name, (one, other) -> one)));
    words.put("isListed", isListed(filter.caller(), askers));
    words.put("kinds", Caller.Kind.values());
    words.put("outcomes", Outcome.values());
    return HtmlPages.page(200).body(pages.page("accesses", request, words));
  }

  @GetMapping(TABLE)
  void table(
      @AuthenticationPrincipal ConsoleSession session,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var filter = filter(request);
    var deeds = Deeds.in(ConsoleLanguage.of(request));
    CsvStream.write(
        "audit",
        AuditTable.COLUMNS,
        position -> desk.chunk(filter, deeds, position, session),
        AuditTable::cells,
        response);
  }

  @GetMapping(PATH + "/verify")
  ResponseEntity<?> verify(
      @AuthenticationPrincipal ConsoleSession session, HttpServletRequest request) {
    return HtmlPages.page(200)
        .body(pages.page("accesses-chain", request, Map.of("report", desk.verify(session))));
  }

  /** Whether somebody is among those to choose from; a key that was revoked is not. */
  private static boolean isListed(String caller, List<AccessDesk.Asker> askers) {
    return caller.isEmpty()
        || askers.stream().anyMatch(it -> it.id().equals(caller))
        || Arrays.stream(Caller.Kind.values()).anyMatch(it -> it.name().equals(caller));
  }

  private static AccessFilter filter(HttpServletRequest request) {
    return AccessFilter.of(name -> Objects.requireNonNullElse(request.getParameter(name), ""));
  }
}
