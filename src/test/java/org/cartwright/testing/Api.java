package org.cartwright.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cartwright.testing.bodies.Body;

/** Asks the service over a socket, with whatever headers it was made with. */
public final class Api {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> headers;

  Api(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /** A service at an address, asked by nobody. */
  public static Api at(String base) {
    return new Api(base, Map.of("Content-Type", "application/json"));
  }

  /** The same service, asked with one more header, or with another value for it. */
  public Api with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(base, more);
  }

  /** The same service, asked without a header. */
  public Api without(String header) {
    var fewer = new LinkedHashMap<>(headers);
    fewer.remove(header);
    return new Api(base, fewer);
  }

  /** What a header is sent with. */
  public String header(String name) {
    return java.util.Objects.requireNonNull(headers.get(name));
  }

  /** The names of the headers it is asked with. */
  public java.util.Set<String> headers() {
    return headers.keySet();
  }

  public String base() {
    return base;
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Body<?> body) {
    return post(path, body.toString());
  }

  public Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json));
  }

  public Answer put(String path, Body<?> body) {
    return put(path, body.toString());
  }

  public Answer put(String path, String json) {
    return send("PUT", path, BodyPublishers.ofString(json));
  }

  public Answer patch(String path, Body<?> body) {
    return patch(path, body.toString());
  }

  public Answer patch(String path, String json) {
    return send("PATCH", path, BodyPublishers.ofString(json));
  }

  /** What is answered to a GET as it is, whatever it is. */
  public HttpResponse<byte[]> file(String path) {
    return send("GET", path, BodyPublishers.noBody(), BodyHandlers.ofByteArray());
  }

  /** What is answered as it is, to whatever is asked. */
  public HttpResponse<byte[]> whole(String method, String path, BodyPublisher body) {
    return send(method, path, body, BodyHandlers.ofByteArray());
  }

  public Answer send(String method, String path, BodyPublisher body) {
    var answer = send(method, path, body, BodyHandlers.ofString());
    return new Answer(answer.statusCode(), answer.body(), answer.headers());
  }

  private <T> HttpResponse<T> send(
      String method, String path, BodyPublisher body, HttpResponse.BodyHandler<T> reader) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, body)
            .timeout(Duration.ofSeconds(60));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), reader);
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
