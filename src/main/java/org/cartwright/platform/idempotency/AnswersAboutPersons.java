package org.cartwright.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers kept under keys that name a person or something of theirs: copies of what stands
 * elsewhere, so they are not told, but go with the person. The request is still not done again.
 */
@Component
@Order(7)
class AnswersAboutPersons implements PersonalDataHolder {

  /** As many ids are looked for at once. */
  private static final int AT_ONCE = 200;

  private static final String GONE =
      """
      {"detail":"What this was answered is gone: it was about a patient who was erased since."}""";

  private static final String REPLACE =
      """
      update idempotency
         set answer = null, status = 410, content_type = 'application/json', etag = null, body = :gone
       where tenant_id = :clinic and (encode(body, 'escape') ~ :named or answer ~ :named)\
      """;

  private final JdbcClient jdbc;

  AnswersAboutPersons(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PersonalTable> tables() {
    return List.of();
  }

  @Override
  public void erase(Person person, Instant now) {
    var ids = new ArrayList<>(person.things());
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      jdbc.sql(REPLACE)
          .param("clinic", person.tenant())
          .param("named", named(ids.subList(from, Math.min(from + AT_ONCE, ids.size()))))
          .param("gone", GONE.getBytes(StandardCharsets.UTF_8))
          .update();
    }
  }

  /** One of these ids as a whole text in JSON. */
  private static String named(List<String> ids) {
    return ids.stream()
        .map(id -> id.replace(".", "[.]"))
        .collect(Collectors.joining("|", "\"(", ")\""));
  }
}
