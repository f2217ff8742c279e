package org.cartwright.platform.texts;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells in somebody's language why a service did not do something. Services say it in English; what
 * has no words of its own in a language is left to that sentence.
 */
@Component
public class Refusals {

  private static final String PREFIX = "refusal.";

  private final MessageSource messages;

  Refusals(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * What there is to say; empty if it has no words in this language. Of a state, which decides what
   * can be done instead, there may be words of its own.
   */
  public String told(Reason reason, Locale language) {
    if (reason.code().isEmpty() || language.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
      return "";
    }
    var values = reason.values().stream().map(it -> word(it, language)).toArray();
    var key = PREFIX + reason.code();
    if (!reason.values().isEmpty() && reason.values().getFirst() instanceof Enum<?> state) {
      var ofState = text(key + "." + state.name(), values, language);
      if (!ofState.isEmpty()) {
        return ofState;
      }
    }
    return text(key, values, language);
  }

  private Object word(Object value, Locale language) {
    if (!(value instanceof Enum<?> state)) {
      return value instanceof Number ? value : value.toString();
    }
    var key = "%sword.%s.%s".formatted(PREFIX, state.getDeclaringClass().getSimpleName(), state);
    var word = text(key, new Object[0], language);
    return word.isEmpty() ? state.name() : word;
  }

  private String text(String key, Object[] values, Locale language) {
    var text = messages.getMessage(key, values, "", language);
    return text == null ? "" : text;
  }
}
