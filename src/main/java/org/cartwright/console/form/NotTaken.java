package org.cartwright.console.form;

/** Something typed is not taken: the page is shown again and says why, and nothing is changed. */
public final class NotTaken extends RuntimeException {

  private final int status;
  private final transient Problem problem;

  NotTaken(int status, Problem problem) {
    super("not taken");
    this.status = status;
    this.problem = problem;
  }

  int status() {
    return status;
  }

  Problem problem() {
    return problem;
  }
}
