package org.cartwright.messages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message to post, of which a test says no more than matters to it. */
public final class TestMessage {

  public static final String LINK = "https://glow.example/q/secret-token";

  private final Occasion occasion;
  private Channel channel = Channel.EMAIL;
  private String recipient = "jane@example.com";
  private @Nullable String link;
  private String about = "quote_1";
  private final Map<String, String> variables = new LinkedHashMap<>();

  private TestMessage(Occasion occasion) {
    this.occasion = occasion;
    variables.put("clinic", "Glow Clinic");
    variables.put("patient", "Jane");
    variables.put("title", "Spring refresh");
    variables.put("total", "$1,513.00");
  }

  /** A quote offered to Jane, without a word of the desk's. */
  public static TestMessage offered() {
    return new TestMessage(Occasion.QUOTE_OFFERED)
        .leadingTo(LINK)
        .with("validUntil", "")
        .with("message", "");
  }

  /** Jane's answer, told to staff. */
  public static TestMessage answered() {
    return new TestMessage(Occasion.QUOTE_ANSWERED)
        .to("desk@glow.example")
        .with("answer", "accepted")
        .with("message", "");
  }

  public TestMessage bySms() {
    channel = Channel.SMS;
    recipient = "+1 (555) 010-9999";
    return this;
  }

  public TestMessage to(String someone) {
    recipient = someone;
    return this;
  }

  public TestMessage about(String something) {
    about = something;
    return this;
  }

  public TestMessage leadingTo(@Nullable String url) {
    link = url;
    return this;
  }

  public TestMessage with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  public Message message() {
    return new Message(occasion, channel, recipient, variables, link, about);
  }
}
