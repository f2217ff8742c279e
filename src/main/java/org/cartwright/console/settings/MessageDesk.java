package org.cartwright.console.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cartwright.console.form.NotTaken;
import org.cartwright.console.form.Stale;
import org.cartwright.console.form.Typed;
import org.cartwright.console.sessions.ConsoleSession;
import org.cartwright.messages.Channel;
import org.cartwright.messages.Occasion;
import org.cartwright.messages.templates.MessagePreview;
import org.cartwright.messages.templates.MessageTemplate;
import org.cartwright.messages.templates.MessageTemplateChange;
import org.cartwright.messages.templates.MessageTemplates;
import org.cartwright.platform.errors.Missing;
import org.cartwright.tenancy.Tenants;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words the clinic's messages as they were typed, for managers and owners. */
@Service
class MessageDesk {

  static final String SUBJECT = "subject";
  static final String TEXT = "text";

  private static final int BASE = 36;

  private final MessageTemplates templates;
  private final Tenants tenants;

  MessageDesk(MessageTemplates templates, Tenants tenants) {
    this.templates = templates;
    this.tenants = tenants;
  }

  /** Messages of an occasion on a channel. */
  record Place(Occasion occasion, Channel channel) {

    /**
     * The place of these names.
     *
     * @throws Missing if there is no such occasion or channel
     */
    static Place of(String occasion, String channel) {
      return new Place(named(occasion, Occasion.values()), named(channel, Channel.values()));
    }

    private static <T extends Enum<T>> T named(String name, T[] values) {
      return Arrays.stream(values)
          .filter(value -> value.name().equals(name))
          .findFirst()
          .orElseThrow(() -> Missing.a("Message template"));
    }
  }

  List<MessageTemplate> all(ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return templates.all();
  }

  MessageTemplate get(Place place, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    return templates.get(place.occasion(), place.channel());
  }

  /** In which language the house's own words are shown. */
  String language() {
    return tenants.current().tongue(null).words().getLanguage();
  }

  /** Which words were seen. */
  static String seen(MessageTemplate template) {
    return Integer.toUnsignedString(
        List.of(String.valueOf(template.subject()), template.text()).hashCode(), BASE);
  }

  /** How it would read as it stands in the form, whether or not it would be taken. */
  MessagePreview preview(Place place, Typed typed) {
    return templates.preview(place.occasion(), place.channel(), wanted(place, typed));
  }

  /** How it reads now. */
  MessagePreview preview(MessageTemplate template) {
    return templates.preview(
        template.occasion(),
        template.channel(),
        new MessageTemplateChange(template.subject(), template.text()));
  }

  /** Why what was typed would not be taken, by the names of the fields, as keys of the texts. */
  Map<String, String> reasons(Place place, Typed typed) {
    var reasons = new TreeMap<String, String>();
    for (var fault : wanted(place, typed).faults(place.occasion(), place.channel())) {
      reasons.putIfAbsent(fault.field(), "messages.problem." + fault.kind());
    }
    return reasons;
  }

  /**
   * Words messages as they were typed.
   *
   * @throws NotTaken if they cannot be worded like that
   * @throws Stale if the words are not those that were seen
   */
  @Transactional
  public void change(Place place, Typed typed, ConsoleSession by) {
    requireAsSeen(place, typed, by);
    var reasons = reasons(place, typed);
    if (!reasons.isEmpty()) {
      throw typed.problem(reasons);
    }
    templates.change(place.occasion(), place.channel(), wanted(place, typed));
  }

  /**
   * Goes back to the house's words.
   *
   * @throws Stale if the words are not those that were seen
   */
  @Transactional
  public void reset(Place place, Typed typed, ConsoleSession by) {
    requireAsSeen(place, typed, by);
    templates.reset(place.occasion(), place.channel());
  }

  private void requireAsSeen(Place place, Typed typed, ConsoleSession by) {
    SettingsRight.MANAGERS.require(by);
    if (!seen(templates.held(place.occasion(), place.channel())).equals(typed.seen())) {
      throw new Stale();
    }
  }

  private static MessageTemplateChange wanted(Place place, Typed typed) {
    var text = typed.field(TEXT, "");
    return new MessageTemplateChange(
        place.channel() == Channel.EMAIL ? typed.orNone(SUBJECT) : null, text);
  }
}
