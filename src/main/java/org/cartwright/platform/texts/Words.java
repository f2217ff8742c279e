package org.cartwright.platform.texts;

import org.cartwright.platform.format.Tongue;
import org.springframework.context.MessageSource;

/** What the house says in one language. */
public final class Words {

  private final MessageSource source;
  private final Tongue tongue;

  Words(MessageSource source, Tongue tongue) {
    this.source = source;
    this.tongue = tongue;
  }

  /** For whom it is said. */
  public Tongue tongue() {
    return tongue;
  }

  /**
   * A text.
   *
   * @param key its name, which is known: there is no word for one that is not
   * @param given what stands in its gaps; without any, the text is said as it stands
   */
  public String say(String key, Object... given) {
    return source.getMessage(key, given, tongue.words());
  }
}
