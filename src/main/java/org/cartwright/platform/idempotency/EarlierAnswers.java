package org.cartwright.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Answers as the release before this one kept them: nothing but their JSON, beside a hash of the
 * request as that release had read it, which nobody can make any more. All that can still be told
 * is which operations took a key then. A request for one of them is believed to be the same as
 * before, so nothing is done twice; any other request with the key is another one.
 *
 * <p>They are gone {@link Idempotency#KEPT} after the last instance of that release.
 */
final class EarlierAnswers {

  private static final List<Pattern> TOOK_KEYS =
      List.of(
          Pattern.compile("/billing/cart/[^/]+/convert-to-charge"),
          Pattern.compile("/billing/quote/convert-to-charge"),
          Pattern.compile("/billing/payment/(cash/create|patient-credit/create|refund)"),
          Pattern.compile("/orders/stock/[^/]+/movements"),
          Pattern.compile("/orders/drafts/[^/]+/place"));

  private EarlierAnswers() {}

  /** What to answer to a request whose key has such an answer. */
  static KeptAnswer to(KeyedRequest request, String json) {
    if (!request.method().equals("POST")
        || TOOK_KEYS.stream().noneMatch(took -> took.matcher(request.path()).matches())) {
      throw request.refusedAsAnother();
    }
    return new KeptAnswer(200, "application/json", null, json.getBytes(StandardCharsets.UTF_8));
  }
}
