package org.cartwright.webhooks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant MOMENT = Instant.ofEpochSecond(1_614_265_330);
  private static final String BODY = "{\"test\": 2432232314}";
  private static final String OLDER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  /** The example that Standard Webhooks give. */
  @Test
  void anEventIsSignedAsStandardWebhooksAre() {
    assertThat(Signatures.headers(ID, MOMENT, BODY, List.of(SECRET)))
        .containsEntry("webhook-id", ID)
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void clientsOfThePublishedApiCheckTheBodyWithTheSecretAsItIsSpelled() {
    assertThat(Signatures.ofBody("key", "The quick brown fox jumps over the lazy dog"))
        .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    assertThat(Signatures.headers(ID, MOMENT, BODY, List.of(SECRET)))
        .containsEntry("Decoda-Signature", Signatures.ofBody(SECRET, BODY))
        .doesNotContainKey("Decoda-Signature-Previous");
  }

  @Test
  void asLongAsTwoSecretsHoldBothSign() {
    var headers = Signatures.headers(ID, MOMENT, BODY, List.of(SECRET, OLDER));

    assertThat(headers)
        .containsEntry("Decoda-Signature", Signatures.ofBody(SECRET, BODY))
        .containsEntry("Decoda-Signature-Previous", Signatures.ofBody(OLDER, BODY))
        .containsEntry(
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= "
                + Signatures.standard(OLDER, ID, "1614265330", BODY));
  }
}
