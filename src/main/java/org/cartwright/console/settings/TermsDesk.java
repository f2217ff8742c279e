package org.cartwright.console.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.platform.errors.Missing;
import org.cartwright.quotes.terms.QuoteDefaults;
import org.cartwright.quotes.terms.TermsRefusal;
import org.cartwright.quotes.terms.TermsTemplate;
import org.cartwright.quotes.terms.TermsTemplates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the terms of quotes and says how quotes begin, for managers and owners. */
@Service
class TermsDesk {

  private static final String NAME = "name";
  private static final String TEXT = "text";
  private static final String DAYS = "days";
  private static final String TERMS = "terms";

  private final TermsTemplates terms;
  private final QuoteDefaults defaults;

  TermsDesk(TermsTemplates terms, QuoteDefaults defaults) {
    this.terms = terms;
    this.defaults = defaults;
  }

  List<TermsTemplate> all(ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return terms.all();
  }

  TermsTemplate get(String id, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return terms.get(id);
  }

  QuoteDefaults.Values defaults(ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return defaults.current();
  }

  /** Which terms were seen. */
  static String seen(TermsTemplate template) {
    return template.changedDate().toString();
  }

  /** Which beginning of quotes was seen. */
  static String seen(QuoteDefaults.Values values) {
    return "%s/%s"
        .formatted(
            Objects.toString(values.validityDays(), ""), Objects.toString(values.termsId(), ""));
  }

  /**
   * Keeps terms as they were typed.
   *
   * @throws NotTaken if name or text are none, or other terms have that name
   */
  @Transactional
  public void keep(Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    var wanted = checked(typed);
    nameFree(typed, () -> terms.keep(wanted.name(), wanted.text()));
  }

  /**
   * Words terms anew, refused as {@link #keep}.
   *
   * @throws Stale if they are not as they were seen
   */
  @Transactional
  public void change(String id, Typed typed, ConsoleSession by) {
    requireAsSeen(id, typed, by);
    var wanted = checked(typed);
    nameFree(typed, () -> terms.change(id, wanted.name(), wanted.text()));
  }

  /**
   * Deletes terms.
   *
   * @throws Stale if they are not as they were seen
   */
  @Transactional
  public void delete(String id, Typed typed, ConsoleSession by) {
    requireAsSeen(id, typed, by);
    terms.delete(id);
  }

  /**
   * Says how quotes begin.
   *
   * @throws NotTaken if no quote can be good for so many days, or there are no such terms any more
   * @throws Stale if that is not as it was seen
   */
  @Transactional
  public void begin(Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    if (!seen(defaults.held()).equals(typed.seen())) {
      throw new Stale();
    }
    var wanted = new QuoteDefaults.Values(days(typed), typed.orNone(TERMS));
    try {
      defaults.change(wanted);
    } catch (Missing gone) {
      throw typed.problem(Map.of(TERMS, "terms.problem.gone"));
    }
  }

  private static @Nullable Integer days(Typed typed) {
    var text = typed.orNone(DAYS);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > QuoteDefaults.LONGEST_VALIDITY) {
      throw typed.problem(Map.of(DAYS, "terms.problem.days"));
    }
    return Integer.valueOf(text);
  }

  private void requireAsSeen(String id, Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    if (!seen(terms.held(id)).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private record Wanted(String name, String text) {}

  private static Wanted checked(Typed typed) {
    var wanted = new Wanted(typed.field(NAME, ""), typed.field(TEXT, ""));
    var reasons = new HashMap<String, String>();
    if (wanted.name().isEmpty() || wanted.name().length() > TermsTemplate.LONGEST_NAME) {
      reasons.put(NAME, "terms.problem.name");
    }
    if (wanted.text().isEmpty() || wanted.text().length() > TermsTemplate.LONGEST_TEXT) {
      reasons.put(TEXT, "terms.problem.text");
    }
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    return wanted;
  }

  private static void nameFree(Typed typed, Runnable work) {
    try {
      work.run();
    } catch (TermsRefusal refused) {
      throw refused.isOfName() ? typed.problem(Map.of(NAME, "terms.problem.taken")) : refused;
    }
  }
}
