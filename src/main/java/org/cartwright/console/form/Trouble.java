package org.cartwright.console.form;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cartwright.console.page.ConsolePages;
import org.cartwright.platform.errors.InvalidRequest;
import org.cartwright.platform.errors.Missing;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.Sentence;
import org.cartwright.platform.texts.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What there is to say of something that was not done.
 *
 * @param status what the page is answered with
 * @param problem what was typed, and what of it was not taken
 * @param stale what was seen, if it is no longer so
 * @param refusal what the service says that refused; empty if none did
 * @param reason what names that
 */
public record Trouble(
    int status, Problem problem, @Nullable String stale, String refusal, Reason reason) {

  /** Of which no service refused anything. */
  public Trouble(int status, Problem problem, @Nullable String stale, String refusal) {
    this(status, problem, stale, refusal, Reason.NONE);
  }

  /** None: it was done, or nothing was asked for. */
  public static final Trouble NONE = new Trouble(200, Problem.NONE, null, "");

  /**
   * Does what a form asks for.
   *
   * @throws Missing if what it is about is not there
   */
  public static Trouble of(Typed typed, Runnable work) {
    try {
      work.run();
      return NONE;
    } catch (NotTaken | Stale | InvalidRequest | Refusal thrown) {
      return of(typed, thrown);
    }
  }

  /**
   * Does what a form asks for and answers it.
   *
   * @param done answers with what came of it; what goes wrong there is of no form's business
   * @param page answers with why it was not done
   * @throws Missing if what it is about is not there
   */
  public static <T extends @Nullable Object> ResponseEntity<?> answering(
      Typed typed,
      Supplier<T> work,
      Function<T, ResponseEntity<?>> done,
      Function<Trouble, ResponseEntity<?>> page) {
    T result;
    try {
      result = work.get();
    } catch (NotTaken | Stale | InvalidRequest | Refusal thrown) {
      return page.apply(of(typed, thrown));
    }
    return done.apply(result);
  }

  /** None: a form is shown once more, with so much filled in. */
  public static Trouble filled(String form, Map<String, String> fields) {
    return new Trouble(200, new Problem(form, fields, Map.of()), null, "");
  }

  /**
   * What there is to say of what was thrown.
   *
   * @throws RuntimeException what was thrown, if it is of no page's business: what is missing above
   *     all, which is answered the same everywhere
   */
  public static Trouble of(Typed typed, RuntimeException thrown) {
    var asTyped = new Problem(typed.form(), typed.fields(), Map.of());
    if (thrown instanceof NotTaken notTaken) {
      return new Trouble(notTaken.status(), notTaken.problem(), null, "");
    }
    if (thrown instanceof Stale) {
      return new Trouble(409, asTyped, typed.seen() == null ? "" : typed.seen(), "");
    }
    if (thrown instanceof InvalidRequest invalid) {
      var said = said(invalid);
      return new Trouble(422, asTyped, null, sentence(said.text()), Reason.saying(said));
    }
    if (thrown instanceof Refusal refused && !(thrown instanceof Missing)) {
      return new Trouble(
          refused.status().value(), asTyped, null, refused.sentence(), Reason.of(refused));
    }
    throw thrown;
  }

  /** Of the first thing that is wrong. */
  private static Sentence said(InvalidRequest invalid) {
    return invalid.violations().getFirst().said();
  }

  private static String sentence(String text) {
    var begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  public boolean isNone() {
    return equals(NONE);
  }

  public boolean isStale() {
    return stale != null;
  }

  /** Puts it among the words of a page: {@code problem}, {@code isStale} and {@code refusal}. */
  public void tell(Map<String, Object> words) {
    words.put("problem", problem);
    words.put("isStale", isStale());
    words.put("refusal", refusal);
    words.put(ConsolePages.REASON, reason);
  }
}
