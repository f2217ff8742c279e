package org.cartwright.webhooks.dispatch;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By what a receiver knows that an event is from this house: as clients of the published API check
 * it, over the body alone with the secret as it is spelled; and as Standard Webhooks do, over id,
 * moment and body, with every secret that holds.
 */
final class Signatures {

  static final String BY_BODY = "Decoda-Signature";
  static final String BY_BODY_BEFORE = "Decoda-Signature-Previous";

  private static final String HMAC = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private Signatures() {}

  /**
   * The headers of an event that is sent.
   *
   * @param secrets those that hold, the newest first
   */
  static Map<String, String> headers(String id, Instant now, String body, List<String> secrets) {
    var headers = new LinkedHashMap<String, String>();
    headers.put(BY_BODY, ofBody(secrets.getFirst(), body));
    if (secrets.size() > 1) {
      headers.put(BY_BODY_BEFORE, ofBody(secrets.get(1), body));
    }
    var seconds = Long.toString(now.getEpochSecond());
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", seconds);
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> standard(secret, id, seconds, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  static String ofBody(String secret, String body) {
    return HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  static String standard(String secret, String id, String seconds, String body) {
    var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    return "v1," + Base64.getEncoder().encodeToString(hmac(key, id + "." + seconds + "." + body));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
