package org.cartwright.console.settings;

import java.util.ArrayList;
import java.util.List;
import org.cartwright.console.page.Desk;
import org.cartwright.console.page.Sections;
import org.springframework.stereotype.Component;

/** The parts of the settings, and whose they are. */
@Component
class SettingsSections implements Sections {

  private static final String AREA = "settings";
  private static final List<String> OF_MANAGERS = List.of("clinic", "messages", "terms");
  private static final List<String> OF_OWNERS = List.of("keys", "webhooks", "accesses");

  /**
   * Who may look at a page.
   *
   * @param path of it, decoded
   */
  static SettingsRight right(String path) {
    var words = List.of(path.split("/", -1));
    return words.stream().anyMatch(OF_OWNERS::contains)
        ? SettingsRight.OWNERS
        : SettingsRight.MANAGERS;
  }

  @Override
  public String area() {
    return AREA;
  }

  @Override
  public List<String> words(Desk desk) {
    var words = new ArrayList<String>();
    if (SettingsRight.MANAGERS.isOf(desk.role())) {
      words.addAll(OF_MANAGERS);
    }
    if (SettingsRight.OWNERS.isOf(desk.role())) {
      words.addAll(OF_OWNERS);
    }
    return words;
  }
}
