package org.cartwright.console.hooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cartwright.console.form.Problem;
import org.cartwright.console.form.Typed;
import org.cartwright.webhooks.api.EventType;
import org.cartwright.webhooks.api.WebhookDetail;
import org.cartwright.webhooks.api.WebhookWrite;
import org.jspecify.annotations.Nullable;

/**
 * The form of a webhook: where to, whom to write to, and what of.
 *
 * @param types the names of what is ticked
 */
record HookForm(String url, String email, Set<String> types) {

  static final String NAME = "hook";
  static final String URL = "url";
  static final String EMAIL = "notificationEmail";
  static final String TYPES = "types";

  private static final String TYPE = "type-";
  private static final int BASE = 36;

  /** Kinds of objects, each with what may happen to them. */
  static Map<String, List<EventType>> choices() {
    var choices = new LinkedHashMap<String, List<EventType>>();
    for (var type : EventType.values()) {
      choices.computeIfAbsent(type.kind(), kind -> new ArrayList<>()).add(type);
    }
    return choices;
  }

  static HookForm of(@Nullable WebhookDetail webhook) {
    return webhook == null
        ? new HookForm("", "", Set.of())
        : new HookForm(
            webhook.url(),
            Objects.requireNonNullElse(webhook.notificationEmail(), ""),
            webhook.types().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()));
  }

  /** As it was typed, where it was not taken. */
  HookForm after(Problem problem) {
    return problem.form().equals(NAME)
        ? new HookForm(
            problem.in(NAME, URL, url),
            problem.in(NAME, EMAIL, email),
            problem.typed().keySet().stream()
                .filter(field -> field.startsWith(TYPE))
                .map(field -> field.substring(TYPE.length()))
                .collect(Collectors.toUnmodifiableSet()))
        : this;
  }

  static WebhookWrite wanted(Typed typed) {
    return new WebhookWrite(
        Arrays.stream(EventType.values())
            .filter(type -> typed.orNone(TYPE + type) != null)
            .toList(),
        typed.field(URL, ""),
        typed.orNone(EMAIL));
  }

  /** Which webhook was seen: another one once something was said of it. */
  static String seen(WebhookDetail webhook) {
    var said =
        List.of(
            webhook.id(),
            webhook.url(),
            webhook.types().toString(),
            Objects.toString(webhook.notificationEmail(), ""),
            webhook.secret(),
            Objects.toString(webhook.updatedDate(), ""));
    return Integer.toUnsignedString(said.hashCode(), BASE);
  }

  /** Which webhooks were seen. */
  static String seen(List<WebhookDetail> all) {
    return Integer.toUnsignedString(all.stream().map(WebhookDetail::id).toList().hashCode(), BASE);
  }

  /** Whether it is told of something; also for the template. */
  public boolean has(EventType type) {
    return types.contains(type.name());
  }
}
