package org.cartwright.quotes.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.cartwright.platform.texts.Words;
import org.cartwright.quotes.access.PatientAnswer;
import org.cartwright.quotes.delivery.LinkVisit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The form with which a quote is answered, filled in.
 *
 * @param message with line breaks as one character, as people count them
 * @param shown the hash of what was on the page
 * @param language in which the page was; empty if it did not say so
 * @param problem why it cannot be taken as it is
 */
record AnswerForm(
    boolean accepts,
    String message,
    String shown,
    String language,
    @Nullable String networkAddress,
    @Nullable String userAgent,
    @Nullable Problem problem) {

  /** What is the matter with it. */
  enum Problem {
    /** It neither accepts nor declines. */
    NO_ANSWER("page.problem.answer"),
    /** The message says more than is kept. */
    TOO_LONG("page.problem.long");

    private final String key;

    Problem(String key) {
      this.key = key;
    }
  }

  private static final int LONGEST_MESSAGE = 2000;
  private static final int LONGEST_USER_AGENT = 500;

  static AnswerForm in(HttpServletRequest request) {
    var answer = request.getParameter("answer");
    var message = message(request);
    return new AnswerForm(
        "accept".equals(answer),
        message,
        Objects.requireNonNullElse(request.getParameter("shown"), ""),
        Objects.requireNonNullElse(request.getParameter("language"), ""),
        request.getRemoteAddr(),
        userAgent(request),
        problem(answer, message));
  }

  /** Whether the page was in this language, as far as it said so. */
  boolean isIn(Words words) {
    return language.isEmpty() || language.equals(words.tongue().words().getLanguage());
  }

  /** What it answers. */
  PatientAnswer by(LinkVisit.Challenge verification) {
    return new PatientAnswer(
        accepts,
        message.isEmpty() ? null : message,
        shown,
        verification,
        networkAddress,
        userAgent,
        language.isEmpty() ? null : language);
  }

  private static @Nullable Problem problem(@Nullable String answer, String message) {
    if (!"accept".equals(answer) && !"decline".equals(answer)) {
      return Problem.NO_ANSWER;
    }
    return message.length() > LONGEST_MESSAGE ? Problem.TOO_LONG : null;
  }

  /** The same as a sentence, if there is one to say. */
  @Nullable String sentence(Words words) {
    return problem == null ? null : words.say(problem.key, message.length());
  }

  /** Without what nobody can type. */
  private static String message(HttpServletRequest request) {
    var typed = request.getParameter("message");
    return typed == null
        ? ""
        : typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").strip();
  }

  private static @Nullable String userAgent(HttpServletRequest request) {
    var name = request.getHeader(HttpHeaders.USER_AGENT);
    return name == null || name.length() <= LONGEST_USER_AGENT
        ? name
        : name.substring(0, LONGEST_USER_AGENT);
  }
}
