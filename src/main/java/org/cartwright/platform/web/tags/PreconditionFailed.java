package org.cartwright.platform.web.tags;

import org.cartwright.platform.errors.Refusal;
import org.springframework.http.HttpStatus;

/** 412: the object is not as the client saw it. */
final class PreconditionFailed extends Refusal {

  PreconditionFailed() {
    super(
        HttpStatus.PRECONDITION_FAILED,
        "This has changed since it was read; read it again and decide anew. Nothing changed.");
  }
}
