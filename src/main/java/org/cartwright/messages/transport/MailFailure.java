package org.cartwright.messages.transport;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What it means that an e-mail was not sent. Of what the server said only the code is kept: its
 * words may quote the recipient.
 */
final class MailFailure {

  /** Answers about who we are: whoever runs the installation can mend that. */
  private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

  private MailFailure() {}

  /** Returns if the e-mail was taken all the same. */
  static void judge(MailException failure, boolean wasHandedOver) throws DeliveryFailure {
    if (wasHandedOver && isOnlyAboutTheGoodbye(failure)) {
      return;
    }
    if (failure instanceof MailAuthenticationException) {
      throw DeliveryFailure.tryAgain("The mail server does not accept our account.");
    }
    var causes = causes(failure);
    if (!only(InternationalMailSender.NotSupported.class, causes).isEmpty()) {
      throw DeliveryFailure.giveUp("The mail server takes no address with such letters.");
    }
    for (var refused : only(SMTPSendFailedException.class, causes)) {
      if (isAnswer(refused.getReturnCode()) && refused.getCommand().startsWith("MAIL")) {
        throw DeliveryFailure.tryAgain(
            "The mail server does not accept our address (%d).".formatted(refused.getReturnCode()));
      }
    }
    for (var refused : only(SMTPAddressFailedException.class, causes)) {
      if (isAnswer(refused.getReturnCode())) {
        throw byCode("The mail server refused the recipient", refused.getReturnCode());
      }
    }
    for (var refused : only(SMTPSendFailedException.class, causes)) {
      if (isAnswer(refused.getReturnCode())) {
        throw byCode("The mail server refused the e-mail", refused.getReturnCode());
      }
    }
    if (!only(SSLHandshakeException.class, causes).isEmpty()) {
      throw DeliveryFailure.tryAgain("The mail server could not prove who it is.");
    }
    throw wasHandedOver
        ? DeliveryFailure.uncertain()
        : DeliveryFailure.tryAgain("The mail server cannot be reached.");
  }

  /** The server took it, and only the connection did not end as it should. */
  private static boolean isOnlyAboutTheGoodbye(MailException failure) {
    return failure instanceof MailSendException sending
        && sending.getMessageExceptions().length == 0;
  }

  /** Anything else is what the library makes of silence and nonsense. */
  private static boolean isAnswer(int code) {
    return code >= 400 && code <= 599;
  }

  private static DeliveryFailure byCode(String what, int code) {
    var reason = "%s (%d).".formatted(what, code);
    return code >= 500 && !ABOUT_US.contains(code)
        ? DeliveryFailure.giveUp(reason)
        : DeliveryFailure.tryAgain(reason);
  }

  /** The failure and everything behind it, the outermost first. */
  private static List<Throwable> causes(Throwable failure) {
    var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    var order = new ArrayList<Throwable>();
    var open = new ArrayList<Throwable>();
    open.add(failure);
    while (!open.isEmpty()) {
      var next = open.removeFirst();
      if (next == null || !seen.add(next)) {
        continue;
      }
      order.add(next);
      if (next instanceof MailSendException sending) {
        open.addAll(Arrays.asList(sending.getMessageExceptions()));
      }
      if (next instanceof MessagingException chained && chained.getNextException() != null) {
        open.add(chained.getNextException());
      }
      if (next.getCause() != null) {
        open.add(next.getCause());
      }
    }
    return order;
  }

  private static <T> List<T> only(Class<T> type, List<Throwable> causes) {
    return causes.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
