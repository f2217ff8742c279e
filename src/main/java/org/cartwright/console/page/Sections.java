package org.cartwright.console.page;

import java.util.List;

/**
 * The parts of an area of the console. Each page of the area shows them in a row below the main
 * menu.
 */
public interface Sections {

  /** The area: the word that follows the console's name in the addresses of its pages. */
  String area();

  /**
   * Those that whoever looks may see, in their order: the word that follows the area in their
   * addresses. Each is called as the text {@code section.<area>.<word>} says.
   */
  List<String> words(Desk desk);
}
