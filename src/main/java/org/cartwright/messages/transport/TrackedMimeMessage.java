package org.cartwright.messages.transport;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An e-mail that knows whether all of it was written to the mail server. Before that the server
 * cannot have taken it; after that only its answer tells.
 */
final class TrackedMimeMessage extends MimeMessage {

  private boolean isWritten;

  TrackedMimeMessage(Session session) {
    super(session);
  }

  boolean wasHandedOver() {
    return isWritten;
  }

  @Override
  public void writeTo(OutputStream out, String[] ignoreList)
      throws IOException, MessagingException {
    super.writeTo(out, ignoreList);
    isWritten = true;
  }
}
