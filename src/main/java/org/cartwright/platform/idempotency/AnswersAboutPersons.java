package org.cartwright.platform.idempotency;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cartwright.platform.privacy.Person;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The answers kept under keys that name a person or something of theirs: copies of what stands
 * elsewhere, so they are not told, but go with the person. The request is still not done again. Of
 * which kind an id is cannot be seen in them: an answer about something else that bears the same id
 * goes, too, rather than that one about the person stays.
 */
@Component
@Order(7)
class AnswersAboutPersons implements PersonalDataHolder {

  /** As many answers are gone through at once: each time one statement, which is to end in time. */
  private static final int AT_ONCE = 2000;

  /** And no more once they have so many bytes together: lists of lines can be long. */
  private static final int BYTES_AT_ONCE = 4_000_000;

  private static final String GONE =
      """
      {"detail":"What this was answered is gone: it was about a patient who was erased since."}""";

  /**
   * What is behind a key: of each answer the words that stand between two quotation marks, of which
   * one may be an id. The ids are hashed once for all of them, which "is true" sees to.
   */
  private static final String REPLACE =
      """
      with sized as (
          select key, coalesce(octet_length(body), 0) + coalesce(octet_length(answer), 0) as bytes
            from idempotency
           where tenant_id = :clinic and key > :after
           order by key limit :most),
      summed as (
          select key, sum(bytes) over (order by key) - bytes as before from sized),
      passed as (
          select key from summed where before < :bytes),
      naming as (
          select i.key from passed p join idempotency i on i.key = p.key
           where i.tenant_id = :clinic and exists (
              select from unnest(string_to_array(encode(i.body, 'escape'), '"') || string_to_array(i.answer, '"')) word
               where (word in (select unnest(cast(:things as text[])))) is true)),
      replaced as (
          update idempotency i
             set answer = null, status = 410, content_type = 'application/json', etag = null, body = :gone
            from naming n
           where i.tenant_id = :clinic and i.key = n.key)
      select coalesce(max(key), '') from passed\
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
    var things = person.things().idsOfAnyKind().toArray(String[]::new);
    var after = "";
    do {
      after =
          jdbc.sql(REPLACE)
              .param("clinic", person.tenant())
              .param("after", after)
              .param("most", AT_ONCE)
              .param("bytes", BYTES_AT_ONCE)
              .param("things", things)
              .param("gone", GONE.getBytes(StandardCharsets.UTF_8))
              .query(String.class)
              .single();
    } while (!after.isEmpty());
  }
}
