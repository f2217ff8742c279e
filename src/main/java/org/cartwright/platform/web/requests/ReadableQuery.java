package org.cartwright.platform.web.requests;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Reads a query as published services do: a percent sign that encodes nothing is itself, as
 * browsers leave it, and bytes that are no UTF-8 are the replacement character. Tomcat by itself
 * refuses both without saying why.
 */
class ReadableQuery extends ValveBase {

  private static final Pattern LONE_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

  private static final Pattern ENCODED = Pattern.compile("(?:%\\p{XDigit}{2})++");

  private static final String UNKNOWN = "\uFFFD";

  ReadableQuery() {
    super(true);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var query = request.getQueryString();
    if (query != null && query.indexOf('%') >= 0) {
      var readable = readable(query);
      if (!readable.equals(query)) {
        request.getCoyoteRequest().queryString().setString(readable);
      }
    }
    getNext().invoke(request, response);
  }

  private static String readable(String query) {
    var encoded = LONE_PERCENT.matcher(query).replaceAll("%25");
    return ENCODED.matcher(encoded).replaceAll(ReadableQuery::inUtf8);
  }

  private static String inUtf8(MatchResult bytes) {
    var text = URLDecoder.decode(bytes.group(), StandardCharsets.UTF_8);
    return text.contains(UNKNOWN) ? URLEncoder.encode(text, StandardCharsets.UTF_8) : bytes.group();
  }
}
