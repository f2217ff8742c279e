package org.cartwright.messages.transport;

/** Hands messages over to one channel. */
public interface MessageTransport {

  /**
   * Hands a message over. Takes its time, so nobody holds a database connection meanwhile.
   *
   * @throws DeliveryFailure if it did not, or does not know
   */
  void handOver(RenderedMessage rendered) throws DeliveryFailure;
}
