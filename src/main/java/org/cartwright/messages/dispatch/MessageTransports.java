package org.cartwright.messages.dispatch;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cartwright.messages.Channel;
import org.cartwright.messages.PublicAddress;
import org.cartwright.messages.inbox.DevelopmentInbox;
import org.cartwright.messages.transport.MailTransport;
import org.cartwright.messages.transport.MessageTransport;
import org.cartwright.messages.transport.SenderAddress;
import org.cartwright.messages.transport.SmsSettings;
import org.cartwright.messages.transport.SmsTransport;
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
public class MessageTransports {

  private final Map<Channel, MessageTransport> carriers = new EnumMap<>(Channel.class);

  public MessageTransports(
      ObjectProvider<JavaMailSenderImpl> mailServer,
      @Value("${cartwright.mail-from:#{null}}") @Nullable String mailFrom,
      SmsSettings sms,
      PublicAddress address,
      ObjectProvider<DevelopmentInbox> inbox) {
    inbox.ifAvailable(
        catching -> {
          for (var channel : Channel.values()) {
            carriers.put(channel, catching);
          }
        });
    mailServer.ifAvailable(
        server ->
            carriers.put(
                Channel.EMAIL, new MailTransport(server, SenderAddress.address(mailFrom))));
    sms.configured().ifPresent(account -> carriers.put(Channel.SMS, new SmsTransport(account)));
    if (carriers.values().stream().anyMatch(carrier -> !(carrier instanceof DevelopmentInbox))) {
      address.requireConfigured();
    }
  }

  /** Who carries messages over a channel, if anybody. */
  public Optional<MessageTransport> over(Channel channel) {
    return Optional.ofNullable(carriers.get(channel));
  }
}
