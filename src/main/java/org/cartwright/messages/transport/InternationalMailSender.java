package org.cartwright.messages.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The same mail server for addresses with letters beyond ASCII before the {@code @} (RFC 6531). A
 * server that does not say that it takes them gets nothing: it would be sent bytes that it can only
 * guess the meaning of.
 */
final class InternationalMailSender extends JavaMailSenderImpl {

  /** The server does not take such addresses. */
  static final class NotSupported extends MessagingException {

    NotSupported() {
      super("The mail server does not offer SMTPUTF8");
    }
  }

  InternationalMailSender(JavaMailSenderImpl server) {
    setProtocol(server.getProtocol());
    setHost(server.getHost());
    setPort(server.getPort());
    setUsername(server.getUsername());
    setPassword(server.getPassword());
    setDefaultEncoding(server.getDefaultEncoding());
    var properties = new Properties();
    properties.putAll(server.getJavaMailProperties());
    properties.setProperty("mail.mime.allowutf8", "true");
    setJavaMailProperties(properties);
  }

  @Override
  protected Transport connectTransport() throws MessagingException {
    var transport = super.connectTransport();
    if (transport instanceof SMTPTransport smtp && !smtp.supportsExtension("SMTPUTF8")) {
      transport.close();
      throw new NotSupported();
    }
    return transport;
  }
}
