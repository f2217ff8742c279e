package org.cartwright.messages.transport;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.cartwright.messages.Attachment;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Hands e-mail over to the configured mail server. */
public final class MailTransport implements MessageTransport {

  private static final String PDF = "application/pdf";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final JavaMailSenderImpl server;
  private final InternationalMailSender international;
  private final String from;

  public MailTransport(JavaMailSenderImpl server, String from) {
    this.server = server;
    international = new InternationalMailSender(server);
    this.from = from;
  }

  @Override
  public void handOver(RenderedMessage rendered) throws DeliveryFailure {
    var to = address(rendered.recipient());
    var sender = PlainText.isAscii(to.getAddress()) ? server : international;
    var mail = new TrackedMimeMessage(sender.getSession());
    try {
      write(rendered, to, mail);
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw DeliveryFailure.giveUp("The e-mail cannot be put together.");
    }
    try {
      sender.send(mail);
    } catch (MailException e) {
      MailFailure.judge(e, mail.wasHandedOver());
    }
  }

  private void write(RenderedMessage rendered, InternetAddress to, TrackedMimeMessage mail)
      throws MessagingException, UnsupportedEncodingException {
    mail.setFrom(new InternetAddress(from, PlainText.oneLine(rendered.sender()), UTF_8));
    mail.setRecipient(jakarta.mail.Message.RecipientType.TO, to);
    mail.setSubject(PlainText.oneLine(Objects.requireNonNull(rendered.subject())), UTF_8);
    mail.setHeader(
        "Message-ID",
        "<%s@%s>".formatted(rendered.id(), from.substring(from.lastIndexOf('@') + 1)));
    mail.setHeader("Auto-Submitted", "auto-generated");
    var parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(rendered.text(), "plain"));
    parts.addBodyPart(part(Objects.requireNonNull(rendered.html()), "html"));
    mail.setContent(rendered.attachment() == null ? parts : with(rendered.attachment(), parts));
  }

  private static MimeMultipart with(Attachment attachment, MimeMultipart words)
      throws MessagingException {
    var text = new MimeBodyPart();
    text.setContent(words);
    var file = new MimeBodyPart();
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.pdf(), PDF)));
    file.setFileName(attachment.name());
    file.setDisposition(Part.ATTACHMENT);
    var all = new MimeMultipart("mixed");
    all.addBodyPart(text);
    all.addBodyPart(file);
    return all;
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /** One plain address; a domain of any script in the letters that mail servers know. */
  private static InternetAddress address(String recipient) throws DeliveryFailure {
    try {
      var text = recipient.strip();
      int at = text.lastIndexOf('@');
      if (at > 0 && PlainText.oneLine(text).equals(text)) {
        var known = text.substring(0, at) + "@" + IDN.toASCII(text.substring(at + 1));
        var address = new InternetAddress(known, true);
        if (known.equals(address.getAddress())) {
          return address;
        }
      }
    } catch (AddressException | IllegalArgumentException e) {
      // said below
    }
    throw DeliveryFailure.giveUp("This is no address that e-mail can be sent to.");
  }
}
