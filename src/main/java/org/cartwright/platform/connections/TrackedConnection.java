package org.cartwright.platform.connections;

import java.io.IOException;
import java.net.InetAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** An open connection, and what it is waited for. Changed by whoever serves it, read by others. */
final class TrackedConnection {

  private enum Doing {
    /** A header is on its way, or is to be. */
    ARRIVING,
    /** A request is being answered; the rest of its body may be on its way. */
    WORKING,
    /** The answer is written, and what the client still sends of its request is passed over. */
    ENDING,
    /** Nothing is asked. How long that may last is the container's business. */
    RESTING
  }

  private final SocketChannel channel;
  private final @Nullable InetAddress address;
  private volatile Doing doing = Doing.ARRIVING;
  private volatile long since = System.nanoTime();
  private volatile long bodyBytes;
  private volatile @Nullable Request request;

  TrackedConnection(SocketChannel channel) throws IOException {
    this.channel = channel;
    this.address = channel.socket().getInetAddress();
  }

  @Nullable InetAddress address() {
    return address;
  }

  /** Something of a request is there. */
  void hasSpoken() {
    if (doing == Doing.RESTING) {
      become(Doing.ARRIVING);
    }
  }

  /** The header is complete. */
  void hasAsked(Request complete) {
    request = complete;
    bodyBytes = bodyBytesOf(complete);
    become(Doing.WORKING);
  }

  /** The most there may be; what it says of it that cannot be read is refused further in. */
  private static long bodyBytesOf(Request request) {
    try {
      var isChunked = request.getMimeHeaders().getValue("Transfer-Encoding") != null;
      return isChunked ? Long.MAX_VALUE : request.getContentLengthLong();
    } catch (IllegalArgumentException unreadable) {
      return Long.MAX_VALUE;
    }
  }

  /** The answer is written. */
  void isAnswered() {
    request = null;
    become(Doing.ENDING);
  }

  /** Nothing more is there to be read; whether that is the end or the middle of a request. */
  void isSilent(boolean isInTheMiddle) {
    if (doing == Doing.ENDING) {
      become(isInTheMiddle ? Doing.ARRIVING : Doing.RESTING);
    }
  }

  /** Whether something that was waited for has not come within so many nanoseconds. */
  boolean isOverdue(long within) {
    return System.nanoTime() - since > within
        && switch (doing) {
          case ARRIVING, ENDING -> true;
          case WORKING -> {
            var asked = request;
            yield asked != null && asked.getBytesRead() < bodyBytes;
          }
          case RESTING -> false;
        };
  }

  /**
   * Reads no more: whoever waits for the rest is told that the client is gone, and hangs up in its
   * own time. Closing it from here would pull it away under its reader.
   */
  void cut() {
    try {
      channel.shutdownInput();
    } catch (IOException | RuntimeException goneAlready) {
      // that is what was wanted
    }
  }

  /**
   * Is reset when it is closed: to a client that takes the end of the connection for the end of the
   * answer, nothing else tells that it is not.
   */
  void resetAtTheEnd() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException | RuntimeException goneAlready) {
      // then nobody is told anything
    }
  }

  private void become(Doing next) {
    since = System.nanoTime();
    doing = next;
  }
}
