package org.cartwright.platform.openapi;

import org.cartwright.platform.idempotency.IdempotentAnswer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** What the document looks through, as it stands for what is in it. */
@Configuration
class WrapperTypes {

  static {
    SpringDocUtils.getConfig().addResponseWrapperToIgnore(IdempotentAnswer.class);
  }
}
