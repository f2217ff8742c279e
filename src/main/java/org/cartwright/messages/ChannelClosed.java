package org.cartwright.messages;

import org.cartwright.platform.errors.Conflict;

/** 409: the installation has no way to send over a channel. */
public final class ChannelClosed extends Conflict {

  public ChannelClosed(Channel channel) {
    super(
        "message.channelClosed",
        switch (channel) {
          case EMAIL -> "This installation sends no e-mail; use another way.";
          case SMS -> "This installation sends no SMS; use another way.";
        },
        channel);
  }
}
