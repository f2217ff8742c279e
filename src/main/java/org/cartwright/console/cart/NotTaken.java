package org.cartwright.console.cart;

/** Something typed is not taken: the page is shown again and says why, and nothing is changed. */
final class NotTaken extends RuntimeException {

  private final transient Problem problem;

  NotTaken(Problem problem) {
    super("not taken");
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
