package org.cartwright.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what modules announce to each other, whether or not the transaction is committed then. */
@Component
public class Announcements {

  private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

  /** What is announced while something is done. Nothing else may use the service meanwhile. */
  public List<Object> during(Runnable work) {
    heard.clear();
    work.run();
    return List.copyOf(heard);
  }

  @EventListener
  void on(PayloadApplicationEvent<?> event) {
    if (event.getPayload().getClass().getName().startsWith("org.cartwright.")) {
      heard.add(event.getPayload());
    }
  }
}
