package org.cartwright.platform.web;

/** The order in which filters stand around a request, outermost first. */
public final class Filters {

  public static final int TRAILING_SLASH = -320;
  public static final int PAGE_HEADERS = -310;
  public static final int REQUEST_ID = -300;
  public static final int CORS = -250;
  public static final int SPELLING = -200;
  public static final int WHO_IS_ASKING = -100;

  private Filters() {}
}
