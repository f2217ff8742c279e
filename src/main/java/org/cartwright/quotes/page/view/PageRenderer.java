package org.cartwright.quotes.page.view;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cartwright.carts.api.QuoteStatus;
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
  private static final String NOT_RECORDED = "Nothing was recorded.";
  private static final String NO_LONGER_OPEN =
      "This quote can no longer be answered: it has run out, or the clinic has taken it back. "
          + "Please ask the clinic for a new one.";
  private static final String TRY_AGAIN = "Please try again in a moment.";

  private final ITemplateEngine templates;
  private final String style;

  PageRenderer(ITemplateEngine templates, PageAssets assets) {
    this.templates = templates;
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

  public String question(ClinicPageModel clinic, LinkAddress link, ConfirmationPageModel question) {
    return render("question", clinic, Map.of("path", link.path(), "question", question));
  }

  public String quote(ClinicPageModel clinic, LinkAddress link, QuotePageModel quote, Form form) {
    return render("quote", clinic, Map.of("path", link.path(), "quote", quote, "form", form));
  }

  public String replaced(ClinicPageModel clinic, LinkAddress link) {
    return notice(
        clinic,
        "There is a newer quote",
        List.of(
            clinic.name()
                + " has replaced this quote with a newer one. This one can no longer be answered."),
        new Way(link.path() + "/newest", "See the newer quote"));
  }

  public String openTooLong(ClinicPageModel clinic, LinkAddress link) {
    return notice(
        clinic,
        "This page was open too long",
        List.of(
            "To keep your quote private, a page can be answered for 30 minutes only. "
                + NOT_RECORDED,
            "Open your quote again and answer it then."),
        new Way(link.path(), "Open the quote again"));
  }

  /**
   * Tells that an answer was not taken.
   *
   * @param status how the quote stands; nothing if its link leads nowhere any more
   */
  public String notRecorded(
      ClinicPageModel clinic, LinkAddress link, @Nullable QuoteStatus status) {
    return notice(
        clinic,
        "Your answer was not recorded",
        List.of(why(status)),
        status == null ? null : new Way(link.path(), "See the quote as it is now"));
  }

  private static String why(@Nullable QuoteStatus status) {
    if (status == null) {
      return NO_LONGER_OPEN;
    }
    return switch (status) {
      case ACCEPTED, CONVERTED -> "This quote was accepted before, and an answer is final.";
      case DECLINED -> "This quote was declined before, and an answer is final.";
      case SENT, VIEWED ->
          "This quote is no longer the one that was on your page. Please look at it again before you answer.";
      case DRAFT, EXPIRED -> NO_LONGER_OPEN;
    };
  }

  /**
   * Where a link leads that leads nowhere, for whatever reason. Says nothing of any clinic or
   * quote.
   *
   * @param answering whether somebody meant to answer
   */
  public String deadEnd(boolean answering) {
    return notice(
        null,
        "This link leads to no quote",
        List.of(
            (answering ? NOT_RECORDED + " " : "")
                + "The link may have been withdrawn, have run out, or not have arrived whole.",
            "Please open it once more from the message you got, or ask your clinic to send you a new one."),
        null);
  }

  @Override
  public boolean areFor(String path) {
    return !HtmlPages.isOfTheConsole(path);
  }

  @Override
  public String saying(int status, HttpServletRequest request) {
    return switch (status) {
      case 404 -> deadEnd(false);
      case 409 ->
          notice(null, "Somebody else is at work here", List.of(NOT_RECORDED, TRY_AGAIN), null);
      case 413 ->
          notice(null, "That was too long", List.of(NOT_RECORDED + " Please write less."), null);
      case 429 ->
          notice(
              null,
              "That was a little too much at once",
              List.of(NOT_RECORDED, "Please wait a minute, and try again."),
              null);
      case 503 ->
          notice(null, "We cannot be reached right now", List.of(NOT_RECORDED, TRY_AGAIN), null);
      default ->
          status >= 500
              ? notice(null, "Something went wrong on our side", List.of(TRY_AGAIN), null)
              : notice(
                  null,
                  "That did not work",
                  List.of("Please open the link again from the message you got."),
                  null);
    };
  }

  private String notice(
      @Nullable ClinicPageModel clinic, String heading, List<String> sentences, @Nullable Way way) {
    var context = context(clinic);
    context.setVariable("heading", heading);
    context.setVariable("sentences", sentences);
    context.setVariable("way", way);
    return templates.process(FOLDER + "notice", context);
  }

  private String render(String template, ClinicPageModel clinic, Map<String, Object> words) {
    var context = context(clinic);
    context.setVariables(words);
    return templates.process(FOLDER + template, context);
  }

  private Context context(@Nullable ClinicPageModel clinic) {
    var context = new Context(Locale.ENGLISH);
    context.setVariable("clinic", clinic);
    context.setVariable("style", style);
    return context;
  }
}
