package org.cartwright.platform.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.data.support.WindowIterator;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Answers a list as one table of comma-separated values (RFC 4180), however long it is, with one
 * chunk of it in memory. It reads and fails as a {@link JsonArrayStream}, but reads nothing ahead.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front, which tells it
 * that it is text.
 */
public final class CsvStream {

  private static final String MEDIA_TYPE = "text/csv";
  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  /** Says of an operation that its answer is one. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ApiResponse(
      responseCode = "200",
      description = "The table, as a file with a name; its first line names the columns.",
      content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "string")))
  public @interface Answered {}

  private CsvStream() {}

  /**
   * Writes everything there is.
   *
   * @param name of the file, without its ending
   * @param columns what the columns are called
   * @param nextChunk what follows a position, read in one go: whatever it takes to read is given
   *     back when it returns
   * @param cells of an entry, as many as there are columns
   */
  public static <T> void write(
      String name,
      List<String> columns,
      Function<KeysetScrollPosition, Window<T>> nextChunk,
      Function<T, List<Cell>> cells,
      HttpServletResponse response)
      throws IOException {
    var entries =
        WindowIterator.of(
                position -> JsonArrayStream.shown(nextChunk.apply((KeysetScrollPosition) position)))
            .startingAt(ScrollPosition.keyset());
    var hasAny = entries.hasNext(); // reads the first chunk, while a failure still has its status
    response.setContentType(MEDIA_TYPE + ";charset=UTF-8;header=present");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name + ".csv").build().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    var table =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    line(table, columns.stream().map(Cell::figure).toList());
    for (var hasMore = hasAny; hasMore; hasMore = entries.hasNext()) {
      line(table, cells.apply(entries.next()));
    }
    table.flush(); // not if reading fails: what is there would look like all
  }

  private static void line(Writer table, List<Cell> cells) throws IOException {
    table.write(cells.stream().map(Cell::written).collect(Collectors.joining(",", "", "\r\n")));
  }

  /**
   * What stands in a column.
   *
   * @param written as it stands in the file
   */
  public record Cell(String written) {

    /** Somebody's text, or nothing. */
    public static Cell text(@Nullable String text) {
      if (text == null || text.isEmpty()) {
        return new Cell("");
      }
      return new Cell(quoted(BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text));
    }

    /** A figure, a moment or a name of ours, which is as it is. */
    public static Cell figure(Object figure) {
      return new Cell(quoted(figure.toString()));
    }

    private static String quoted(String text) {
      return Arrays.stream(new String[] {",", "\"", "\r", "\n"}).noneMatch(text::contains)
          ? text
          : "\"" + text.replace("\"", "\"\"") + "\"";
    }
  }
}
