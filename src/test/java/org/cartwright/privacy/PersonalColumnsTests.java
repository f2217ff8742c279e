package org.cartwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cartwright.platform.privacy.PersonalDataHolder;
import org.cartwright.platform.privacy.PersonalTable;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every column that can hold words is known: as one of a table that holds something about persons,
 * each column of which says what it is, or as one of a table that holds nothing about any.
 */
@CartwrightTest
class PersonalColumnsTests {

  private static final JdbcClient OWNER = JdbcClient.create(TestDatabase.shared().owner());

  /** Which tables of clinics hold nothing about patients, and why not. */
  private static final Map<String, String> ABOUT_NOBODY =
      Map.ofEntries(
          Map.entry("api_key", "the clinic's keys"),
          Map.entry("audit_entry", "ids and names of fields, never a word of anybody's"),
          Map.entry("audit_seal_strip", "hashes, and ids of such rows"),
          Map.entry("audit_unsealed", "ids of such rows"),
          Map.entry("cart_order", "ids, states and sums of carts"),
          Map.entry("cart_tally", "counts"),
          Map.entry("console_link", "who works at the clinic, by ids"),
          Map.entry("console_session", "who works at the clinic, by ids"),
          Map.entry("coupon", "the shop's own offers"),
          Map.entry("coupon_use", "which order used a coupon, by ids"),
          Map.entry("desk_role", "who works at the clinic, by ids"),
          Map.entry("draft_cart_order", "ids, states and sums of drafts"),
          Map.entry("draft_cart_tally", "counts"),
          Map.entry("draft_tombstone", "which draft was deleted, by ids"),
          Map.entry("fulfilment_service", "how the shop sends, and where its outlets are"),
          Map.entry("idempotency", "answers of two days, copies of what stands elsewhere"),
          Map.entry("item", "the catalog"),
          Map.entry("item_price", "the catalog"),
          Map.entry("market", "the catalog"),
          Map.entry("message_template", "how the clinic words its messages"),
          Map.entry("order_number", "a counter"),
          Map.entry("order_tally", "counts"),
          Map.entry("package", "the catalog"),
          Map.entry("package_item", "the catalog"),
          Map.entry("patient_tag", "what the clinic calls its tags"),
          Map.entry("price_tier", "the catalog"),
          Map.entry("product", "the catalog"),
          Map.entry("product_variant", "the catalog"),
          Map.entry("provider", "who works at the clinic"),
          Map.entry("provider_role", "what the clinic calls its roles"),
          Map.entry("provider_role_assignment", "who works at the clinic"),
          Map.entry("quote_default", "how the clinic's quotes begin"),
          Map.entry("quote_terms", "terms the clinic keeps for its quotes"),
          Map.entry("stock_level", "the stock"),
          Map.entry("stock_movement", "the stock; refers to orders by their ids"),
          Map.entry("stock_reservation", "the stock; refers to drafts by their ids"),
          Map.entry("stock_taking", "the stock"),
          Map.entry("tax", "the catalog"),
          Map.entry("tenant_logo", "the clinic's"),
          Map.entry("webhook", "who is told of what happens"),
          Map.entry("webhook_delivery", "how receivers were reached"),
          Map.entry("webhook_event", "ids, states and sums, never words about patients"),
          Map.entry("webhook_feed", "a number"),
          Map.entry("webhook_sequence", "counters"));

  private static final String COLUMNS_WITH_WORDS =
      """
      select c.table_name, c.column_name
        from information_schema.columns c
        join pg_class t on t.relname = c.table_name and t.relnamespace = 'public'::regnamespace
       where c.table_schema = 'public' and t.relkind in ('r', 'p') and not t.relispartition
         and c.column_name <> 'tenant_id'
         and c.data_type in ('text', 'json', 'jsonb', 'bytea', 'ARRAY', 'character varying', 'inet', 'date', 'xml')
         and exists (select from information_schema.columns k
                      where k.table_name = c.table_name and k.column_name = 'tenant_id')
      """;

  @Autowired private List<PersonalDataHolder> holders;

  private List<PersonalTable> tables() {
    return holders.stream().flatMap(holder -> holder.tables().stream()).toList();
  }

  @Test
  void everyColumnThatCanHoldWordsIsKnown() {
    var known = new TreeMap<String, TreeSet<String>>();
    for (var table : tables()) {
      var columns =
          table.columns().stream()
              .map(PersonalTable.Column::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(known.put(table.table(), columns)).as("%s told once", table.table()).isNull();
    }
    assertThat(known.keySet())
        .hasSizeGreaterThan(20)
        .doesNotContainAnyElementsOf(ABOUT_NOBODY.keySet());

    var unknown = new TreeSet<String>();
    var there = new TreeSet<String>();
    OWNER
        .sql(COLUMNS_WITH_WORDS)
        .query(
            (row, n) -> {
              var table = row.getString(1);
              there.add(table);
              if (!ABOUT_NOBODY.containsKey(table)
                  && !known.getOrDefault(table, new TreeSet<>()).contains(row.getString(2))) {
                unknown.add(table + "." + row.getString(2));
              }
              return table;
            })
        .list();

    assertThat(unknown).as("columns of which nobody says whether they are about persons").isEmpty();
    assertThat(there).as("declared tables that are not there").containsAll(known.keySet());
  }

  @Test
  void whatIsSaidToBeAboutNobodyIsThere() {
    var there =
        OWNER
            .sql(
                "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace")
            .query(String.class)
            .list();

    assertThat(there).containsAll(ABOUT_NOBODY.keySet());
  }
}
