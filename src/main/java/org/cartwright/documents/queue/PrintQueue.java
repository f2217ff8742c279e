package org.cartwright.documents.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The few presses everything is printed on, shared out fairly: whoever has the fewest documents on
 * them comes next, of those who have equally many the one who waited longest for a turn. Nobody's
 * pile of documents stands before anybody else's single one.
 */
public final class PrintQueue {

  private final int free;
  private final int longestLine;
  private final Duration patience;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Customer> customers = new LinkedHashMap<>();
  private int busy;

  /**
   * @param count how many documents are printed at once
   * @param longestLine how many documents of one customer may wait
   * @param patience how long a document waits
   */
  public PrintQueue(int count, int longestLine, Duration patience) {
    this.free = count;
    this.longestLine = longestLine;
    this.patience = patience;
  }

  /**
   * Prints as soon as it is the customer's turn.
   *
   * @throws PrinterBusy if that takes too long or too many of the customer's documents wait already
   */
  public <T> T print(String customer, Supplier<T> document) {
    takeOne(customer);
    try {
      return document.get();
    } finally {
      giveBack(customer);
    }
  }

  private void takeOne(String name) {
    lock.lock();
    try {
      var customer = customers.computeIfAbsent(name, unknown -> new Customer());
      if (customer.waiting.size() >= longestLine) {
        throw new PrinterBusy();
      }
      var turn = new Turn(lock.newCondition());
      customer.waiting.add(turn);
      callNext();
      if (!turn.comes(patience)) {
        customer.waiting.remove(turn);
        forgetIfIdle(name, customer);
        throw new PrinterBusy();
      }
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(String name) {
    lock.lock();
    try {
      busy--;
      var customer = customers.get(name);
      if (customer != null) {
        customer.printing--;
        forgetIfIdle(name, customer);
      }
      callNext();
    } finally {
      lock.unlock();
    }
  }

  private void callNext() {
    while (busy < free) {
      var next =
          customers.entrySet().stream()
              .filter(customer -> !customer.getValue().waiting.isEmpty())
              .min(Comparator.comparingInt(customer -> customer.getValue().printing));
      if (next.isEmpty()) {
        return;
      }
      var name = next.get().getKey();
      var customer = next.get().getValue();
      // To the end of those who have equally many.
      customers.remove(name);
      customers.put(name, customer);
      customer.printing++;
      busy++;
      customer.waiting.remove().call();
    }
  }

  private void forgetIfIdle(String name, Customer customer) {
    if (customer.printing == 0 && customer.waiting.isEmpty()) {
      customers.remove(name);
    }
  }

  private static final class Customer {
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private int printing;
  }

  private static final class Turn {

    private final Condition changed;
    private boolean called;

    private Turn(Condition changed) {
      this.changed = changed;
    }

    private void call() {
      called = true;
      changed.signal();
    }

    /** Whether it comes in time. Whoever is interrupted waits no longer. */
    private boolean comes(Duration patience) {
      long left = patience.toNanos();
      try {
        while (!called && left > 0) {
          left = changed.awaitNanos(left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return called;
    }
  }
}
