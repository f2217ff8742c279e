package org.cartwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The report as a page of its own: no script, no file beside it. */
final class Report {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>Cartwright: benchmark</title>
      <style>
      body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a2e}
      table{border-collapse:collapse;margin:1rem 0;width:100%}
      th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #ddd;font-variant-numeric:tabular-nums}
      th:first-child,td:first-child{text-align:left}
      svg text{font:12px system-ui,sans-serif;fill:#1a1a2e}
      .charts{display:flex;flex-wrap:wrap;gap:2rem}
      </style></head><body>
      """;

  private final StringBuilder body = new StringBuilder();

  void heading(String text) {
    body.append("<h2>").append(text).append("</h2>\n");
  }

  void title(String text, String below) {
    body.append("<h1>%s</h1>\n<p>%s</p>\n".formatted(text, below));
  }

  void facts(List<String[]> facts) {
    body.append("<table>\n");
    for (var fact : facts) {
      body.append("<tr><td>%s</td><td>%s</td></tr>\n".formatted(fact[0], fact[1]));
    }
    body.append("</table>\n");
  }

  /** How long the screens took, as somebody waits for them who looks at one at a time. */
  void screens(List<Screens.Taken> all) {
    body.append("<table><tr><th>screen</th><th>p50 ms</th><th>longest</th></tr>\n");
    for (var one : all) {
      body.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td></tr>\n"
              .formatted(one.screen(), number(one.median()), number(one.longest())));
    }
    body.append("</table>\n");
  }

  void measurements(List<Measured> all) {
    body.append(
        "<table><tr><th>operation</th><th>clients</th><th>a second</th><th>p50 ms</th><th>p95</th><th>p99</th>"
            + "<th>errors</th><th>CPU ms, service</th><th>PostgreSQL</th><th>WAL bytes</th><th>resident MB</th>"
            + "<th>plain SQL a second</th><th>p50</th><th>p99</th><th>of the limit</th></tr>\n");
    for (var one : all) {
      row(one);
    }
    body.append("</table>\n<div class=\"charts\">\n");
    for (int clients : all.stream().map(Measured::clients).distinct().toList()) {
      var these = all.stream().filter(one -> one.clients() == clients).toList();
      bars(
          "Requests a second, " + clients + " clients",
          these,
          it -> it.service().perSecond(),
          it -> it.limit() == null ? 0 : it.limit().perSecond(),
          "service",
          "plain SQL");
      bars(
          "Milliseconds, " + clients + " clients",
          these,
          it -> it.service().millis(50),
          it -> it.service().millis(99),
          "p50",
          "p99");
    }
    body.append("</div>\n");
  }

  private void row(Measured one) {
    var limit = one.limit();
    var cells = new ArrayList<String>();
    cells.add(one.operation());
    cells.add(Integer.toString(one.clients()));
    cells.add(number(one.service().perSecond()));
    for (double percentile : new double[] {50, 95, 99}) {
      cells.add(number(one.service().millis(percentile)));
    }
    cells.add(Long.toString(one.service().errors()));
    cells.add(number(one.serviceCpu()));
    cells.add(number(one.databaseCpu()));
    cells.add(number(one.wal()));
    cells.add(Long.toString(one.resident()));
    cells.add(limit == null ? "" : number(limit.perSecond()));
    cells.add(limit == null ? "" : number(limit.millis(50)));
    cells.add(limit == null ? "" : number(limit.millis(99)));
    cells.add(percent(one.ratio()));
    body.append("<tr>");
    cells.forEach(cell -> body.append("<td>").append(cell).append("</td>"));
    body.append("</tr>\n");
  }

  private void bars(
      String title,
      List<Measured> all,
      ToDoubleFunction<Measured> dark,
      ToDoubleFunction<Measured> light,
      String darkName,
      String lightName) {
    double most =
        all.stream()
            .mapToDouble(it -> Math.max(dark.applyAsDouble(it), light.applyAsDouble(it)))
            .max()
            .orElse(1);
    int height = 60 + all.size() * 44;
    body.append(
        "<svg width=\"520\" height=\"%d\" role=\"img\"><title>%s</title><text x=\"0\" y=\"16\" font-weight=\"bold\">%s</text>\n"
            .formatted(height, title, title));
    body.append(
        "<rect x=\"0\" y=\"26\" width=\"10\" height=\"10\" fill=\"#3d5a80\"/><text x=\"14\" y=\"36\">%s</text><rect x=\"90\" y=\"26\" width=\"10\" height=\"10\" fill=\"#98c1d9\"/><text x=\"104\" y=\"36\">%s</text>\n"
            .formatted(darkName, lightName));
    int y = 48;
    for (var one : all) {
      body.append("<text x=\"0\" y=\"%d\">%s</text>\n".formatted(y + 20, one.operation()));
      bar(y, dark.applyAsDouble(one), most, "#3d5a80");
      bar(y + 17, light.applyAsDouble(one), most, "#98c1d9");
      y += 44;
    }
    body.append("</svg>\n");
  }

  private void bar(int y, double value, double most, String color) {
    if (value > 0) {
      double width = 300 * value / most;
      body.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"130\" y=\"%d\" width=\"%.1f\" height=\"15\" fill=\"%s\"/><text x=\"%.1f\" y=\"%d\">%s</text>%n",
              y,
              width,
              color,
              136 + width,
              y + 12,
              number(value)));
    }
  }

  /** One dot for each request, in the order in which they were made. */
  void dots(String title, List<Double> millis) {
    double most = millis.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    body.append(
        "<svg width=\"1040\" height=\"230\" role=\"img\"><title>%s</title><text x=\"0\" y=\"14\" font-weight=\"bold\">%s; up to %s ms</text>\n"
            .formatted(title, title, number(most)));
    for (int i = 0; i < millis.size(); i++) {
      body.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.5\" fill=\"#3d5a80\"/>%n",
              1030.0 * i / millis.size() + 5,
              225 - 200 * millis.get(i) / most));
    }
    body.append("</svg>\n");
  }

  void writeTo(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, HEAD + body + "</body></html>\n");
  }

  static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
  }

  static String percent(@Nullable Double value) {
    return value == null ? "" : number(value) + " %";
  }
}
