package org.cartwright.platform.errors;

/** The sentence for a status that nobody explained better. */
public final class StatusSentences {

  private StatusSentences() {}

  public static String of(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 413 -> "The request body is larger than 1 MiB.";
      case 414 -> "The request line is too long.";
      case 415 -> "Unsupported Media Type: send application/json";
      case 429 -> "Too Many Requests: try again later.";
      case 431 -> "The request headers are too large.";
      case 501 -> "Not Implemented: what is asked for in this way is not done here.";
      case 503 -> "The service is not available right now; try again.";
      case 505 -> "HTTP Version Not Supported: ask by HTTP/1.1.";
      default -> status >= 500 ? "Internal Server Error" : "The request was refused.";
    };
  }
}
