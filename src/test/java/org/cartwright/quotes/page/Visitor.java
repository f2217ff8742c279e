package org.cartwright.quotes.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;

/** Somebody with a browser of the plainest kind, who keeps the cookie that was given last. */
final class Visitor {

  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";

  private static final Pattern HIDDEN = Pattern.compile("name=\"(\\w+)\" value=\"([^\"]*)\"");

  private Api api;

  Visitor(Api nobody) {
    api = nobody.without("Content-Type").with("User-Agent", BROWSER).with("Accept", "text/html");
  }

  Visitor with(String header, String value) {
    api = api.with(header, value);
    return this;
  }

  Visitor without(String header) {
    api = api.without(header);
    return this;
  }

  Answer get(String path) {
    return keepingTheCookie(api.get(path));
  }

  Answer send(String method, String path) {
    return api.send(method, path, BodyPublishers.noBody());
  }

  /** Sends a form, as browsers send one from a page that tells no referrer. */
  Answer post(String path, Map<String, String> fields) {
    var form =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return keepingTheCookie(
        api.with("Content-Type", "application/x-www-form-urlencoded")
            .with("Origin", "null")
            .send("POST", path, BodyPublishers.ofString(form)));
  }

  private Answer keepingTheCookie(Answer answer) {
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(cookie -> api = api.with("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    return answer;
  }

  Answer confirm(String path, String year, String month, String day) {
    return post(path + "/confirm", Map.of("day", day, "month", month, "year", year));
  }

  /** Proves to be the patient, and answers the page that is shown then. */
  Answer comeIn(String path) {
    var confirmed = confirm(path, "1980", "7", "3");
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(303);
    assertThat(confirmed.headers().firstValue("Location")).hasValue(path);
    return get(path).ok();
  }

  /** Presses a button on the page. */
  Answer answer(String path, Answer page, String answer, String message) {
    return post(
        path + "/answer",
        Map.of(
            "answer",
            answer,
            "message",
            message,
            "token",
            hidden(page, "token"),
            "shown",
            hidden(page, "shown"),
            "language",
            hidden(page, "language")));
  }

  /** A hidden field of the page's form. */
  static String hidden(Answer page, String name) {
    var field = HIDDEN.matcher(page.text());
    while (field.find()) {
      if (field.group(1).equals(name)) {
        return field.group(2);
      }
    }
    throw new AssertionError("no field " + name + " in " + page.text());
  }
}
