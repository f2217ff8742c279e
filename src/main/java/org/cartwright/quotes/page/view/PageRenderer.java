package org.cartwright.quotes.page.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cartwright.carts.api.QuoteStatus;
import org.cartwright.platform.format.Tongue;
import org.cartwright.platform.texts.Texts;
import org.cartwright.platform.texts.Words;
import org.cartwright.platform.web.HtmlPages;
import org.cartwright.platform.web.errors.ErrorPages;
import org.cartwright.quotes.page.session.LinkAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The pages as HTML. */
@Component
public class PageRenderer implements ErrorPages {

  private static final String FOLDER = "patient-page/";

  private final ITemplateEngine templates;
  private final Texts texts;
  private final String style;

  PageRenderer(ITemplateEngine templates, Texts texts, PageAssets assets) {
    this.templates = templates;
    this.texts = texts;
    this.style = assets.styleAddress();
  }

  /**
   * The form with which a quote is answered.
   *
   * @param token proves that the answer comes from this page
   * @param message what was written already
   * @param problem what is the matter with it
   */
  public record Form(String token, String message, @Nullable String problem) {}

  /** Where a notice leads on to. */
  record Way(String to, String label) {}

  /** Whom a page is for: the clinic on top of it, and the words of the house in it. */
  public record Reader(ClinicPageModel clinic, Words words) {}

  public String question(Reader reader, LinkAddress link, ConfirmationPageModel question) {
    return render("question", reader, Map.of("path", link.path(), "question", question));
  }

  public String quote(Reader reader, LinkAddress link, QuotePageModel quote, Form form) {
    return render("quote", reader, Map.of("path", link.path(), "quote", quote, "form", form));
  }

  /**
   * Tells that a newer quote took its place.
   *
   * @param answering whether somebody meant to answer
   */
  public String replaced(Reader reader, LinkAddress link, boolean answering) {
    var words = reader.words();
    var why = words.say("page.replaced.text", reader.clinic().name());
    return notice(
        reader.clinic(),
        words,
        "page.replaced",
        List.of(answering ? words.say("page.nothing") + " " + why : why),
        new Way(link.path() + "/newest", words.say("page.replaced.way")));
  }

  public String openTooLong(Reader reader, LinkAddress link) {
    var words = reader.words();
    return notice(
        reader.clinic(),
        words,
        "page.stale",
        List.of(words.say("page.stale.text"), words.say("page.stale.then")),
        new Way(link.path(), words.say("page.stale.way")));
  }

  /**
   * Tells that an answer was not taken.
   *
   * @param status how the quote stands; nothing if its link leads nowhere any more
   */
  public String notRecorded(Reader reader, LinkAddress link, @Nullable QuoteStatus status) {
    var words = reader.words();
    return notice(
        reader.clinic(),
        words,
        "page.refused",
        List.of(words.say(why(status))),
        status == null ? null : new Way(link.path(), words.say("page.refused.way")));
  }

  private static String why(@Nullable QuoteStatus status) {
    if (status == null) {
      return "page.refused.over";
    }
    return switch (status) {
      case ACCEPTED, CONVERTED -> "page.refused.accepted";
      case DECLINED -> "page.refused.declined";
      case SENT, VIEWED -> "page.refused.changed";
      case DRAFT, EXPIRED -> "page.refused.over";
    };
  }

  /**
   * Where a link leads that leads nowhere, for whatever reason. Says nothing of any clinic or
   * quote, and so speaks the language of the browser.
   *
   * @param answering whether somebody meant to answer
   */
  public String deadEnd(boolean answering, HttpServletRequest request) {
    var words = wordsFor(request);
    var why = words.say("page.dead.text");
    return notice(
        null,
        words,
        "page.dead",
        List.of(
            answering ? words.say("page.nothing") + " " + why : why, words.say("page.dead.then")),
        null);
  }

  /** The words for somebody of whom nothing is known but what their browser asks for. */
  public Words wordsFor(HttpServletRequest request) {
    return texts.in(Tongue.wished(Collections.list(request.getLocales()).stream()));
  }

  @Override
  public boolean areFor(String path) {
    return !HtmlPages.isOfTheConsole(path);
  }

  @Override
  public String saying(int status, HttpServletRequest request) {
    return switch (status) {
      case 404 -> deadEnd(false, request);
      case 409 -> notice(request, "page.busy", "page.nothing", "page.later");
      case 413 -> notice(request, "page.long", "page.long.then");
      case 429 -> notice(request, "page.much", "page.nothing", "page.much.then");
      case 503 -> notice(request, "page.unreached", "page.nothing", "page.later");
      default ->
          status >= 500
              ? notice(request, "page.wrecked", "page.later")
              : notice(request, "page.failed", "page.failed.then");
    };
  }

  private String notice(HttpServletRequest request, String heading, String... sentences) {
    var words = wordsFor(request);
    return notice(null, words, heading, Stream.of(sentences).map(words::say).toList(), null);
  }

  private String notice(
      @Nullable ClinicPageModel clinic,
      Words words,
      String heading,
      List<String> sentences,
      @Nullable Way way) {
    var context = context(clinic, words);
    context.setVariable("heading", words.say(heading));
    context.setVariable("sentences", sentences);
    context.setVariable("way", way);
    return templates.process(FOLDER + "notice", context);
  }

  private String render(String template, Reader reader, Map<String, Object> words) {
    var context = context(reader.clinic(), reader.words());
    context.setVariables(words);
    return templates.process(FOLDER + template, context);
  }

  private Context context(@Nullable ClinicPageModel clinic, Words words) {
    var context = new Context(words.tongue().words());
    context.setVariable("clinic", clinic);
    context.setVariable("style", style);
    return context;
  }
}
