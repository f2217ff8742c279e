package org.cartwright.platform.web.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.cartwright.platform.errors.Refusal;
import org.cartwright.platform.errors.TooLarge;
import org.springframework.http.HttpStatus;

/** The body of a request as it was sent. */
public final class RequestBytes {

  /** So many bytes a body has at most. */
  static final int MOST = 1024 * 1024;

  private RequestBytes() {}

  /**
   * Reads the whole body.
   *
   * @throws TooLarge if it has more than {@value #MOST} bytes
   * @throws Refusal if it does not arrive
   */
  public static byte[] of(HttpServletRequest request) {
    if (request.getContentLengthLong() > MOST) {
      throw new TooLarge();
    }
    var body = readUpTo(MOST + 1, request);
    if (body.length > MOST) {
      throw new TooLarge();
    }
    return body;
  }

  /** The request with a body that was read from it, to be read once more. */
  public static HttpServletRequest again(HttpServletRequest request, byte[] body) {
    return new ReadRequest(request, body);
  }

  /** Whatever goes wrong here is the client's doing: chunks that are none, or it went away. */
  private static byte[] readUpTo(int bytes, HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(bytes);
    } catch (IOException broken) {
      throw new BrokenBody();
    }
  }

  private static final class BrokenBody extends Refusal {

    BrokenBody() {
      super(HttpStatus.BAD_REQUEST, "The request body does not arrive as HTTP says it should.");
    }
  }
}
