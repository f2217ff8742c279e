package org.cartwright.messages;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Who carries what: the mail server and the SMS service that are configured, and for a channel that
 * is not the inbox, where there is one.
 */
@Component
@EnableConfigurationProperties(SmsSettings.class)
class Carriers {

  private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);

  Carriers(
      ObjectProvider<JavaMailSenderImpl> mailServer,
      @Value("${cartwright.mail-from:#{null}}") @Nullable String mailFrom,
      SmsSettings sms,
      PublicAddress address,
      ObjectProvider<Inbox> inbox) {
    inbox.ifAvailable(
        catching -> {
          for (var channel : Channel.values()) {
            carriers.put(channel, catching);
          }
        });
    mailServer.ifAvailable(
        server -> carriers.put(Channel.EMAIL, new MailCarrier(server, MailFrom.address(mailFrom))));
    sms.configured().ifPresent(account -> carriers.put(Channel.SMS, new SmsCarrier(account)));
    if (carriers.values().stream().anyMatch(carrier -> !(carrier instanceof Inbox))) {
      address.requireConfigured();
    }
  }

  /** Who carries messages over a channel, if anybody. */
  Optional<Carrier> over(Channel channel) {
    return Optional.ofNullable(carriers.get(channel));
  }
}
