package org.cartwright.audit.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.cartwright.platform.web.CsvStream.Cell;
import org.jspecify.annotations.Nullable;

/** The record as a table. */
public final class AuditTable {

  public static final List<String> COLUMNS =
      List.of(
          "Id",
          "Moment",
          "Caller",
          "Key",
          "Action",
          "Outcome",
          "Status",
          "Objects",
          "Fields",
          "Times",
          "Request",
          "Address family");

  private AuditTable() {}

  /** The cells of a row, as many as there are columns. */
  public static List<Cell> cells(AuditEntry entry) {
    return List.of(
        Cell.text(entry.id()),
        Cell.figure(entry.moment()),
        Cell.text(entry.caller() == null ? null : entry.caller().name()),
        Cell.text(entry.keyId()),
        Cell.text(entry.action()),
        Cell.figure(entry.outcome()),
        figure(entry.status()),
        Cell.text(
            entry.objects().stream()
                .map(object -> object.kind() + ":" + object.id())
                .collect(Collectors.joining(" "))),
        Cell.text(String.join(" ", entry.fields())),
        Cell.figure(entry.times()),
        Cell.text(entry.requestId()),
        Cell.text(entry.addressFamily()));
  }

  private static Cell figure(@Nullable Integer figure) {
    return figure == null ? Cell.text(null) : Cell.figure(figure);
  }
}
