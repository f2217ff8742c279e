package org.cartwright.messages.transport;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The SMS service: any that understands Twilio's way of sending. All of it is set, or nothing.
 *
 * @param baseUrl where it is, such as {@code https://api.twilio.com}
 * @param account the account's id
 * @param token what proves that we are the account
 * @param sender the number or name that an SMS comes from
 */
@ConfigurationProperties("cartwright.sms")
public record SmsSettings(
    @Nullable String baseUrl,
    @Nullable String account,
    @Nullable String token,
    @Nullable String sender) {

  public SmsSettings {
    var set = Stream.of(baseUrl, account, token, sender).filter(SmsSettings::isSet).count();
    if (set != 0 && set != 4) {
      throw new IllegalArgumentException(
          "cartwright.sms.base-url, .account, .token and .sender have to be set together, or none of them");
    }
    if (baseUrl != null && isSet(baseUrl)) {
      requireWebAddress(baseUrl);
    }
  }

  /** An account at an SMS service. */
  public record Account(URI messages, String name, String token, String sender) {

    /** Does not give away the token. */
    @Override
    public String toString() {
      return "Account[%s]".formatted(messages);
    }
  }

  /** The account that is configured, if one is. */
  public Optional<Account> configured() {
    if (baseUrl == null || account == null || token == null || sender == null || !isSet(baseUrl)) {
      return Optional.empty();
    }
    var base = baseUrl.strip().replaceAll("/+$", "");
    return Optional.of(
        new Account(
            URI.create("%s/2010-04-01/Accounts/%s/Messages.json".formatted(base, account.strip())),
            account.strip(),
            token.strip(),
            sender.strip()));
  }

  private static boolean isSet(@Nullable String setting) {
    return setting != null && !setting.isBlank();
  }

  private static void requireWebAddress(String baseUrl) {
    try {
      var uri = URI.create(baseUrl.strip());
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?")) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    throw new IllegalArgumentException(
        "cartwright.sms.base-url has to be an http or https URL, such as https://api.twilio.com");
  }

  /** Does not give away the token. */
  @Override
  public String toString() {
    return "SmsSettings[baseUrl=%s]".formatted(baseUrl);
  }
}
