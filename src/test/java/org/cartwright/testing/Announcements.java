package org.cartwright.testing;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what modules announce to each other, whether or not the transaction is committed then. */
@Component
public class Announcements {

  /** Where announcements go while somebody asks for them. */
  private volatile @Nullable Queue<Object> asked;

  /** What is announced while something is done. Nothing else may use the service meanwhile. */
  public List<Object> during(Runnable work) {
    var heard = new ConcurrentLinkedQueue<>();
    asked = heard;
    try {
      work.run();
    } finally {
      asked = null;
    }
    return List.copyOf(heard);
  }

  @EventListener
  void on(PayloadApplicationEvent<?> event) {
    var heard = asked;
    if (heard != null && event.getPayload().getClass().getName().startsWith("org.cartwright.")) {
      heard.add(event.getPayload());
    }
  }
}
