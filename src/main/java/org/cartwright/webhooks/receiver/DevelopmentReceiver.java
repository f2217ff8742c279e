package org.cartwright.webhooks.receiver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Keeps the newest {@value #KEPT} things that arrived, until the service ends. */
@Component
@ConditionalOnProperty("cartwright.hooks")
class DevelopmentReceiver {

  static final int KEPT = 500;

  private final Deque<ReceivedHook> received = new ArrayDeque<>();

  synchronized void take(ReceivedHook hook) {
    received.addFirst(hook);
    if (received.size() > KEPT) {
      received.removeLast();
    }
  }

  /** What arrived at a path that begins so, the newest first. */
  synchronized List<ReceivedHook> received(String path) {
    return received.stream().filter(hook -> hook.path().startsWith(path)).toList();
  }
}
