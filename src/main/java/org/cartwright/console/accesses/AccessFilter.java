package org.cartwright.console.accesses;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cartwright.audit.Outcome;
import org.cartwright.audit.reading.AuditCriteria;
import org.cartwright.console.page.Asked;
import org.cartwright.platform.json.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What of the record is looked for. Each is empty for no condition.
 *
 * @param from a day at the clinic
 * @param to a day at the clinic
 * @param caller the id of a key or a provider, or a kind of caller
 * @param action the name of an operation, or a part of what is told of some
 * @param object the id of a patient or of anything else
 * @param outcome done or refused
 * @param after behind which row the page begins
 */
record AccessFilter(
    String from,
    String to,
    String caller,
    String action,
    String object,
    @Nullable Outcome outcome,
    String after) {

  private static final int LONGEST = 200;

  static AccessFilter of(Function<String, String> asked) {
    return new AccessFilter(
        day(asked.apply("from")),
        day(asked.apply("to")),
        Asked.search(asked.apply("caller"), LONGEST),
        Asked.search(asked.apply("action"), LONGEST),
        Asked.search(asked.apply("object"), LONGEST),
        Asked.named(Outcome.values(), List.of(asked.apply("outcome"))).stream()
            .findFirst()
            .orElse(null),
        Asked.search(asked.apply("after"), LONGEST));
  }

  private static String day(String typed) {
    try {
      return LocalDate.parse(typed).toString();
    } catch (DateTimeParseException none) {
      return "";
    }
  }

  AuditCriteria criteria(ZoneId zone, Deeds deeds) {
    return new AuditCriteria(
        moment(from).map(it -> it.firstInstantIn(() -> zone)).orElse(null),
        moment(to).map(it -> it.lastInstantIn(() -> zone)).orElse(null),
        orNone(caller),
        action.isEmpty() ? Set.of() : deeds.meant(action),
        orNone(object),
        outcome);
  }

  private static Optional<Moment> moment(String day) {
    return Optional.ofNullable(Moment.parse(day));
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Whether it asks for less than everything; also for the template. */
  public boolean isNarrow() {
    return !from.isEmpty()
        || !to.isEmpty()
        || !caller.isEmpty()
        || !action.isEmpty()
        || !object.isEmpty()
        || outcome != null;
  }

  /** Where the page of the same is that begins behind a row; also for the template. */
  public String after(String cursor) {
    return Asked.address(AccessesController.PATH, parameters(cursor));
  }

  /** Where everything is that happened to a thing; also for the template. */
  public String about(String id) {
    return Asked.address(AccessesController.PATH, Map.of("object", List.of(id)));
  }

  /** Where all of the same is as a table; also for the template. */
  public String table() {
    return Asked.address(AccessesController.TABLE, parameters(""));
  }

  private Map<String, List<String>> parameters(String cursor) {
    var parameters = new LinkedHashMap<String, List<String>>();
    parameters.put("from", List.of(from));
    parameters.put("to", List.of(to));
    parameters.put("caller", List.of(caller));
    parameters.put("action", List.of(action));
    parameters.put("object", List.of(object));
    parameters.put("outcome", List.of(outcome == null ? "" : outcome.name()));
    parameters.put("after", List.of(cursor));
    return parameters;
  }
}
