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
 * Who hands over what: the mail server and the SMS service that are configured, and for a channel
 * that is not the inbox, where there is one.
 */
@Component
@EnableConfigurationProperties(SmsSettings.class)
public class MessageTransports {

  private final Map<Channel, MessageTransport> transports = new EnumMap<>(Channel.class);

  public MessageTransports(
      ObjectProvider<JavaMailSenderImpl> mailServer,
      @Value("${cartwright.mail-from:#{null}}") @Nullable String mailFrom,
      SmsSettings sms,
      PublicAddress address,
      ObjectProvider<DevelopmentInbox> inbox) {
    inbox.ifAvailable(
        catching -> {
          for (var channel : Channel.values()) {
            transports.put(channel, catching);
          }
        });
    mailServer.ifAvailable(
        server ->
            transports.put(
                Channel.EMAIL, new MailTransport(server, SenderAddress.address(mailFrom))));
    sms.configured().ifPresent(account -> transports.put(Channel.SMS, new SmsTransport(account)));
    if (transports.values().stream()
        .anyMatch(transport -> !(transport instanceof DevelopmentInbox))) {
      address.requireConfigured();
    }
  }

  /** Who hands messages over to a channel, if anybody. */
  public Optional<MessageTransport> over(Channel channel) {
    return Optional.ofNullable(transports.get(channel));
  }
}
