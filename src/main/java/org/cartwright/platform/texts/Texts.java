package org.cartwright.platform.texts;

import org.cartwright.platform.format.Tongue;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the house says, by the keys of its texts. */
@Component
public class Texts {

  private final MessageSource source;

  Texts(MessageSource source) {
    this.source = source;
  }

  /** The same for somebody to whom it is said in their language. */
  public Words in(Tongue tongue) {
    return new Words(source, tongue);
  }
}
