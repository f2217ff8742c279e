package org.cartwright.messages.privacy;

import java.util.List;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was written to people about what is a person's. */
@Component
@Order(6)
class MessageData implements PersonalDataHolder {

  private static final PersonalTable MESSAGES =
      PersonalTable.of("Messages", "message", "t.about = any(:things)")
          .keeping("id occasion channel about status attempts created_date finished_date")
          .personal("recipient sender subject text html link last_failure");

  private static final PersonalTable CAUGHT =
      PersonalTable.of(
              "Messages in the inbox",
              "caught_message",
              "t.id in (select m.id from message m where m.tenant_id = :clinic and m.about = any(:things))")
          .keeping("id channel sent_date")
          .personal("recipient subject text html link");

  @Override
  public List<PersonalTable> tables() {
    return List.of(MESSAGES, CAUGHT);
  }
}
