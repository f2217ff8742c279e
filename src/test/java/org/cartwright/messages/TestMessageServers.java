package org.cartwright.messages;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.cartwright.messages.transport.SmsStub;
import org.cartwright.testing.TestDatabase;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The outside world: a real mail server, and an SMS service over real HTTP. */
public final class TestMessageServers {

  public static final String FROM = "quotes@glow.example";

  private static final ServerSetup SMTP =
      new ServerSetup(freePort(), "localhost", ServerSetup.PROTOCOL_SMTP);

  private static GreenMail mail = new GreenMail(SMTP);

  public static final SmsStub SMS = new SmsStub();

  static {
    mail.start();
  }

  /** Where links lead that leave the house. */
  public static final String PUBLIC_URL = "https://quotes.example";

  private TestMessageServers() {}

  /** Configures a service of its own, with a database of its own, to send there. */
  public static void register(DynamicPropertyRegistry registry) {
    TestDatabase.createMigrated().registerIn(registry);
    registry.add("spring.mail.host", () -> "localhost");
    registry.add("spring.mail.port", TestMessageServers::port);
    registry.add("cartwright.mail-from", () -> FROM);
    registry.add("cartwright.public-url", () -> PUBLIC_URL);
    registry.add("cartwright.sms.base-url", SMS::url);
    registry.add("cartwright.sms.account", () -> "AC123");
    registry.add("cartwright.sms.token", () -> "s3cret");
    registry.add("cartwright.sms.sender", () -> "+15550100000");
  }

  public static int port() {
    return SMTP.getPort();
  }

  public static void closeMail() {
    mail.stop();
  }

  public static void openMail() {
    mail = new GreenMail(SMTP);
    mail.start();
  }

  /** The e-mails somebody got. */
  public static List<MimeMessage> mailsTo(String recipient) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> isTo(message, recipient))
        .toList();
  }

  private static boolean isTo(MimeMessage message, String recipient) {
    try {
      return Arrays.stream(message.getAllRecipients())
          .anyMatch(to -> to.toString().equals(recipient));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
