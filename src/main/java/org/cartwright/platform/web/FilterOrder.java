package org.cartwright.platform.web;

/**
 * The order in which filters stand around a request, outermost first.
 *
 * <p>Spring Security stands at {@link #SECURITY} with everything it brings: the firewall, the
 * headers of each area, other origins' pages, who is asking, and whether they may. What stands
 * further in knows the {@code Caller} and their tenant, what stands further out does not.
 */
public final class FilterOrder {

  public static final int TRAILING_SLASH = -320;
  public static final int REQUEST_ID = -300;
  public static final int IN_FLIGHT = -245;
  public static final int ADDRESSES = -240;

  /** Sees what security refuses. */
  public static final int WRONG_KEYS = -110;

  /** Where Spring Boot puts Spring Security by itself; a test holds the two together. */
  public static final int SECURITY = -100;

  public static final int AUDIT = -95;
  public static final int TENANT_LIMIT = -90;

  /** What is further in is part of the one transaction of a request with a key of its own. */
  public static final int REPEATED = -80;

  public static final int SPELLING = -50;

  /** Sees what became of an answer before anybody else does. */
  public static final int HALF_ANSWERS = -40;

  private FilterOrder() {}
}
