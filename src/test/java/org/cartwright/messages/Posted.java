package org.cartwright.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message to post, of which a test says no more than matters to it. */
final class Posted {

  static final String LINK = "https://glow.example/q/secret-token";

  private final Occasion occasion;
  private Channel channel = Channel.EMAIL;
  private String recipient = "jane@example.com";
  private @Nullable String link;
  private String about = "quote_1";
  private final Map<String, String> variables = new LinkedHashMap<>();

  private Posted(Occasion occasion) {
    this.occasion = occasion;
    variables.put("clinic", "Glow Clinic");
    variables.put("patient", "Jane");
    variables.put("title", "Spring refresh");
    variables.put("total", "$1,513.00");
  }

  /** A quote offered to Jane, without a word of the desk's. */
  static Posted offered() {
    return new Posted(Occasion.QUOTE_OFFERED)
        .leadingTo(LINK)
        .with("validUntil", "")
        .with("message", "");
  }

  /** Jane's answer, told to staff. */
  static Posted answered() {
    return new Posted(Occasion.QUOTE_ANSWERED)
        .to("desk@glow.example")
        .with("answer", "accepted")
        .with("message", "");
  }

  Posted bySms() {
    channel = Channel.SMS;
    recipient = "+1 (555) 010-9999";
    return this;
  }

  Posted to(String someone) {
    recipient = someone;
    return this;
  }

  Posted about(String something) {
    about = something;
    return this;
  }

  Posted leadingTo(@Nullable String url) {
    link = url;
    return this;
  }

  Posted with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Message message() {
    return new Message(occasion, channel, recipient, variables, link, about);
  }
}
