package org.cartwright.platform.web.errors;

/** The pages that tell people what programs are told in JSON. */
public interface ErrorPages {

  /** The page for a status nobody explained better, as HTML. */
  String saying(int status);
}
