package org.cartwright.audit.chain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.tenancy.health.BookCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has to be true of the record of accesses, and of its chain. */
@Configuration(proxyBeanMethods = false)
class ChainBooks {

  @Bean
  BookCheck sealsFollow(ChainReader reader) {
    return new Seals(reader);
  }

  @Bean
  BookCheck rowsAreSealed(ChainReader reader) {
    return new Rows(reader);
  }

  @Bean
  BookCheck whatWaitsIsThere(ChainReader reader) {
    return new Waiting(reader);
  }

  /** Each seal, by its number. */
  private record Seals(ChainReader reader) implements BookCheck {

    @Override
    public String documents() {
      return "audit seals";
    }

    @Override
    public List<String> identities() {
      return List.of(
          "each has the next number, and follows from the one before",
          "the row of each is there, in its place, and says what it said");
    }

    @Override
    public List<Examined> after(String id, int most) {
      var tenant = CurrentTenant.id();
      var last = id.isEmpty() ? 0 : Long.parseLong(id);
      var hash = SealedRow.NOTHING;
      var examined = new ArrayList<Examined>();
      // The one before comes along: the next has to follow from it.
      for (var link : reader.seals(last, last == 0 ? most : most + 1)) {
        if (link.number() != last || last == 0) {
          var follows = link.number() == last + 1 && link.follows(hash);
          examined.add(
              new Examined(Long.toString(link.number()), List.of(follows, isTrue(tenant, link))));
        }
        last = link.number();
        hash = link.hash();
      }
      return examined;
    }

    private boolean isTrue(String tenant, SealedLink link) {
      var row = link.row();
      return row == null ? reader.isKeptNoLonger(link.moment()) : link.seals(tenant, row);
    }
  }

  /** Each row, by its moment and its id. */
  private record Rows(ChainReader reader) implements BookCheck {

    @Override
    public String documents() {
      return "audit rows";
    }

    @Override
    public List<String> identities() {
      return List.of("each has a seal or waits for it");
    }

    @Override
    public List<Examined> after(String id, int most) {
      var blank = id.indexOf(' ');
      var first = ChainReader.Row.BEFORE_ALL;
      var moment = id.isEmpty() ? first.moment() : Instant.parse(id.substring(0, blank));
      return reader.rows(moment, id.substring(blank + 1), most).stream()
          .map(
              row ->
                  new Examined(
                      row.moment() + " " + row.id(), List.of(row.isSealed() || row.isWaiting())))
          .toList();
    }
  }

  /** Each row that has no seal yet, by its id. */
  private record Waiting(ChainReader reader) implements BookCheck {

    @Override
    public String documents() {
      return "audit rows to be sealed";
    }

    @Override
    public List<String> identities() {
      return List.of("each is there");
    }

    @Override
    public List<Examined> after(String id, int most) {
      return reader.waiting(id, most).stream()
          .map(waiting -> new Examined(waiting.id(), List.of(waiting.isThere())))
          .toList();
    }
  }
}
