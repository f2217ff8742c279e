package org.cartwright.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.catalog.markets.Shops;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.texts.Reason;
import org.cartwright.platform.texts.Refusals;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The console's pages as HTML, in the language of whoever looks at them. */
@Component
public class ConsolePages {

  /**
   * How an address ends that an open page asks by itself, again and again, whether there is
   * something new: that is no use of a session, which ends when nobody uses it.
   */
  public static final String NEWS = "/news";

  /** Among the words of a page: the {@link Reason} why something was not done. */
  public static final String REASON = "reason";

  private static final String FOLDER = "console/";

  private final ITemplateEngine templates;
  private final Tenants tenants;
  private final Shops shops;
  private final Refusals refusals;
  private final String style;
  private final List<String> scripts;
  private final List<Sections> areas;

  ConsolePages(
      ITemplateEngine templates,
      Tenants tenants,
      Shops shops,
      Refusals refusals,
      ConsoleAssets assets,
      List<Sections> areas) {
    this.templates = templates;
    this.tenants = tenants;
    this.shops = shops;
    this.refusals = refusals;
    this.style = assets.styleAddress();
    this.scripts = assets.scriptAddresses();
    this.areas = List.copyOf(areas);
  }

  /**
   * Something that came with a form, to be sent once more.
   *
   * @param name of the field
   */
  public record Kept(String name, String value) {}

  /**
   * A part of an area, as its row of links has it.
   *
   * @param key of its name among the texts
   */
  public record Section(String path, String key, boolean isHere) {}

  /** A page of the desk, for who has signed in, or of its door. */
  public String page(String template, HttpServletRequest request, Map<String, Object> words) {
    var context = context(request);
    context.setVariables(words);
    var reason = words.get(REASON) instanceof Reason given ? given : Reason.NONE;
    context.setVariable("refusalTold", refusals.told(reason, context.getLocale()));
    return templates.process(FOLDER + template, context);
  }

  /**
   * A page that tells one thing.
   *
   * @param key of its heading among the texts, and of what it says, with {@code .text} behind
   * @param way where it leads on to
   */
  public String notice(String key, String way, HttpServletRequest request) {
    return page("notice", request, Map.of("key", key, "way", way));
  }

  /**
   * A page that tells one thing and leads on to the first one, which nothing does that stands over
   * a page that is open.
   *
   * @param key as of {@link #notice(String, String, HttpServletRequest)}
   */
  public String notice(String key, HttpServletRequest request) {
    return notice(key, isLively(request) ? "" : HtmlPages.CONSOLE, request);
  }

  /**
   * Answers a request with a page that tells whose business it is: 403.
   *
   * @param key as of {@link #notice(String, HttpServletRequest)}
   */
  public void closed(String key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    overWhatIsOpen(request).forEach(response::setHeader);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType(HtmlPages.HTML.toString());
    response.getOutputStream().write(notice(key, request).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A page for who has to sign in once more before what they sent is done, and can then send it
   * again.
   *
   * @param path where it was sent
   */
  public String signedOut(String path, List<Kept> fields, HttpServletRequest request) {
    return page("signed-out", request, Map.of("path", path, "fields", fields, "isFile", false));
  }

  /**
   * The same for who sent a file: a page cannot keep one, so it is to be chosen once more.
   *
   * @param path of the page on which it was chosen
   */
  public String signedOutWithAFile(String path, HttpServletRequest request) {
    return page("signed-out", request, Map.of("path", path, "fields", List.of(), "isFile", true));
  }

  /** Leads to another page, so that reloading that one does nothing again. */
  public static ResponseEntity<?> seeOther(String path) {
    return ResponseEntity.status(303).location(URI.create(path)).build();
  }

  private Context context(HttpServletRequest request) {
    var language = ConsoleLanguage.of(request);
    var context = new Context(language);
    context.setVariable("language", language.getLanguage());
    context.setVariable("style", style);
    context.setVariable("scripts", scripts);
    var desk = desk(request);
    context.setVariable("area", area(request));
    context.setVariable("desk", desk);
    context.setVariable("sections", desk == null ? List.of() : sections(desk, request));
    var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    context.setVariable("token", token == null ? "" : token.getToken());
    return context;
  }

  /** Which part of the console a page belongs to: the word that follows its name in the address. */
  private static String area(HttpServletRequest request) {
    return word(request, 2);
  }

  private static String word(HttpServletRequest request, int place) {
    var words = request.getServletPath().split("/", -1); // decoded, as it is where it is routed
    return words.length > place ? words[place] : "";
  }

  private List<Section> sections(Desk desk, HttpServletRequest request) {
    var area = area(request);
    var here = word(request, 3);
    return areas.stream()
        .filter(it -> it.area().equals(area))
        .flatMap(it -> it.words(desk).stream())
        .map(
            word ->
                new Section(
                    "%s/%s/%s".formatted(HtmlPages.CONSOLE, area, word),
                    "section.%s.%s".formatted(area, word),
                    word.equals(here)))
        .toList();
  }

  /** The language in which a page answers. */
  public static Locale language(HttpServletRequest request) {
    return ConsoleLanguage.of(request);
  }

  /** Whether a script of a page asks, to put what is answered into the page. */
  public static boolean isLively(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  /**
   * What the answer with a notice says besides: where a script of a page asks, it stands over that
   * page, in which what was typed stays. In the part that was asked for there would be nothing.
   */
  public static Map<String, String> overWhatIsOpen(HttpServletRequest request) {
    return isLively(request)
        ? Map.of("HX-Retarget", "#notice", "HX-Reselect", ".card", "HX-Reswap", "innerHTML")
        : Map.of();
  }

  /** Only within what is done for them is it known whose staff somebody is. */
  private @Nullable Desk desk(HttpServletRequest request) {
    return CurrentTenant.idIfAny() == null
        ? null
        : ConsoleSession.current()
            .map(it -> Desk.of(it, tenants.current(), shops.isOne(), ConsoleLanguage.of(request)))
            .orElse(null);
  }
}
