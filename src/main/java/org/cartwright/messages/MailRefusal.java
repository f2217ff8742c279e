package org.cartwright.messages;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/**
 * What it means that an e-mail was not sent. Of what the server said only the code is kept: its
 * words may quote the recipient.
 */
final class MailRefusal {

  /** Answers about who we are: whoever runs the installation can mend that. */
  private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

  private MailRefusal() {}

  /** Returns if the e-mail was taken all the same. */
  static void judge(MailException failure, boolean wasHandedOver) throws Undelivered {
    if (wasHandedOver && isOnlyAboutTheGoodbye(failure)) {
      return;
    }
    if (failure instanceof MailAuthenticationException) {
      throw Undelivered.tryAgain("The mail server does not accept our account.");
    }
    for (var cause : causes(failure)) {
      if (cause instanceof SMTPSenderFailedException refused && isAnswer(refused.getReturnCode())) {
        throw Undelivered.tryAgain(
            "The mail server does not accept our address (%d).".formatted(refused.getReturnCode()));
      }
      if (cause instanceof SMTPAddressFailedException refused
          && isAnswer(refused.getReturnCode())) {
        throw byCode("The mail server refused the recipient", refused.getReturnCode());
      }
      if (cause instanceof SMTPSendFailedException refused && isAnswer(refused.getReturnCode())) {
        throw byCode("The mail server refused the e-mail", refused.getReturnCode());
      }
    }
    throw wasHandedOver
        ? Undelivered.uncertain()
        : Undelivered.tryAgain("The mail server cannot be reached.");
  }

  /** The server took it, and only the connection did not end as it should. */
  private static boolean isOnlyAboutTheGoodbye(MailException failure) {
    return failure instanceof MailSendException sending
        && sending.getMessageExceptions().length == 0;
  }

  private static boolean isAnswer(int code) {
    return code >= 400 && code <= 599;
  }

  private static Undelivered byCode(String what, int code) {
    var reason = "%s (%d).".formatted(what, code);
    return code >= 500 && !ABOUT_US.contains(code)
        ? Undelivered.giveUp(reason)
        : Undelivered.tryAgain(reason);
  }

  /** The failure and everything behind it, the outermost first. */
  private static Iterable<Throwable> causes(Throwable failure) {
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
}
