package org.cartwright.platform.connections;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

/** Notes when a request's header is complete, and when it is answered. */
final class TrackingAdapter implements Adapter {

  private final Adapter work;

  TrackingAdapter(Adapter work) {
    this.work = work;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    var connection = TrackingHandler.SERVED.isBound() ? TrackingHandler.SERVED.get() : null;
    if (connection == null) {
      work.service(request, response);
      return;
    }
    connection.hasAsked(request);
    try {
      work.service(request, response);
    } finally {
      connection.isAnswered();
    }
  }

  @Override
  public boolean prepare(Request request, Response response) throws Exception {
    return work.prepare(request, response);
  }

  @Override
  public boolean asyncDispatch(Request request, Response response, SocketEvent status)
      throws Exception {
    return work.asyncDispatch(request, response, status);
  }

  @Override
  public void log(Request request, Response response, long time) {
    work.log(request, response, time);
  }

  @Override
  public void checkRecycled(Request request, Response response) {
    work.checkRecycled(request, response);
  }

  @Override
  public String getDomain() {
    return work.getDomain();
  }
}
