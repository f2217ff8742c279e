package org.cartwright.messages.templates;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Message;
import org.cartwright.messages.Occasion;
import org.cartwright.platform.texts.Words;
import org.cartwright.tenancy.Tenant;

/** A message to nobody, with values as they might be, for whoever words such messages. */
final class ExampleMessage {

  private static final long TOTAL = 125_000;
  private static final LocalDate PAID = LocalDate.of(2027, 3, 12);
  private static final String LINK = "https://example.com/q/example";

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry("patient", "Jane"),
          Map.entry("customer", "Jane"),
          Map.entry("name", "Ana"),
          Map.entry("number", "ORD-000000000042"),
          Map.entry("carrier", "Parcel Express"),
          Map.entry("trackingNumber", "PX 123 456 789"),
          Map.entry("outlet", "Main Street 1"),
          Map.entry("type", "QUOTE_ACCEPTED"),
          Map.entry("event", "evt_example"),
          Map.entry("webhook", "hook_example"));

  private ExampleMessage() {}

  static Message of(Occasion occasion, Channel channel, Tenant clinic, Words words) {
    var values =
        occasion.variables().stream()
            .filter(name -> !name.equals(Occasion.LINK))
            .collect(Collectors.toMap(name -> name, name -> value(name, clinic, words)));
    return new Message(
        occasion, channel, "nobody", values, occasion.needsLink() ? LINK : null, "example");
  }

  private static String value(String name, Tenant clinic, Words words) {
    return switch (name) {
      case "clinic" -> clinic.name();
      case "total", "amount" -> clinic.figures(clinic.currency()).money(TOTAL);
      case "date" -> clinic.times().day(PAID);
      case "title", "validUntil", "message", "answer", "reason" ->
          words.say("mail.example." + name);
      default -> VALUES.getOrDefault(name, "");
    };
  }
}
