package org.cartwright.testing;

/** What a page is looked at on. */
public enum Screen {
  PHONE(360, 740),
  DESKTOP(1280, 900);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean isPhone() {
    return this == PHONE;
  }
}
