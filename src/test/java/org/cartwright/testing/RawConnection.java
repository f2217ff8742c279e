package org.cartwright.testing;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends bytes that no HTTP client would, and reads what is answered until the service hangs up. */
public final class RawConnection {

  private static final int PATIENCE_MILLIS = 10_000;

  private RawConnection() {}

  /** The whole answer to a request written as is, headers and all. */
  public static String send(Api service, String request) {
    return send(service, request.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The whole answer to these bytes. */
  public static String send(Api service, byte[] request) {
    var uri = URI.create(service.base());
    try (var socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var out = socket.getOutputStream();
      out.write(request);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
