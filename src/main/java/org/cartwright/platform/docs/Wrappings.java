package org.cartwright.platform.docs;

import org.cartwright.platform.idempotency.Answered;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** What the document looks through, as it stands for what is in it. */
@Configuration
class Wrappings {

  static {
    SpringDocUtils.getConfig().addResponseWrapperToIgnore(Answered.class);
  }
}
