package org.cartwright.messages.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** An SMS service that takes what it is sent, unless a test tells it what else to do. */
public final class SmsStub {

  /** Takes the request and never answers. */
  static final int SILENCE = -1;

  /** Takes the request and hangs up. */
  public static final int HANG_UP = -2;

  private final HttpServer server;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  public record Request(
      String method,
      String path,
      String contentType,
      String authorization,
      Map<String, String> form) {}

  public SmsStub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What to answer to the next requests; afterwards everything is taken again. */
  public void answers(Integer... statuses) {
    answers.addAll(List.of(statuses));
  }

  /** What was sent to a number. */
  public List<Request> to(String number) {
    return requests.stream().filter(r -> number.equals(r.form().get("To"))).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    requests.add(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
    var status = answers.poll();
    if (status == null) {
      status = 201;
    }
    if (status == SILENCE) {
      return;
    }
    if (status == HANG_UP) {
      exchange.close();
      return;
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
    }
    var body = "{\"sid\":\"SM1\",\"status\":\"queued\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> form(String body) {
    var form = new LinkedHashMap<String, String>();
    for (var field : body.split("&", -1)) {
      var at = field.indexOf('=');
      if (at > 0) {
        form.put(
            URLDecoder.decode(field.substring(0, at), StandardCharsets.UTF_8),
            URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
      }
    }
    return form;
  }
}
