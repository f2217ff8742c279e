package org.cartwright.platform.postgres.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the expression of a policy, as PostgreSQL prints it, for the comparison that keeps tenants
 * apart.
 *
 * <p>It must be the whole expression or a side of an outermost AND: whatever stands beside it can
 * then only hide more rows. Anything else, be it only {@code OR true}, is not recognised.
 */
final class PolicyExpression {

  private static final String CAST = "(::(text|character varying))?";
  private static final String COLUMN = "\\(?tenant_id\\)?" + CAST;
  private static final String SETTING =
      "current_setting\\('cartwright\\.tenant'::text(, (true|false))?\\)" + CAST;
  private static final String VALUE =
      "\\(?\\s*(" + SETTING + "|SELECT " + SETTING + " AS current_setting)\\s*\\)?" + CAST;
  private static final Pattern COMPARISON =
      Pattern.compile(COLUMN + " = " + VALUE + "|" + VALUE + " = " + COLUMN);

  private PolicyExpression() {}

  static boolean isDemandedBy(String expression) {
    var bare = withoutParentheses(expression.strip());
    if (COMPARISON.matcher(bare).matches()) {
      return true;
    }
    var sides = outermostSides(bare);
    return sides.size() > 1 && sides.stream().anyMatch(PolicyExpression::isDemandedBy);
  }

  private static String withoutParentheses(String expression) {
    var bare = expression;
    while (bare.startsWith("(") && closingOf(bare, 0) == bare.length() - 1) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return bare;
  }

  /** The sides of the ANDs outside any parentheses; PostgreSQL puts every other operator inside. */
  private static List<String> outermostSides(String expression) {
    var sides = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == '(' || c == '\'' || c == '"') {
        i = closingOf(expression, i);
      } else if (expression.startsWith(" AND ", i)) {
        sides.add(expression.substring(start, i));
        i += 4;
        start = i + 1;
      } else if (expression.startsWith(" OR ", i)) {
        return List.of();
      }
    }
    sides.add(expression.substring(start));
    return sides;
  }

  /** Where the parenthesis or quote that opens here closes; the end if it does not. */
  private static int closingOf(String expression, int opening) {
    char opened = expression.charAt(opening);
    if (opened != '(') {
      int end = expression.indexOf(opened, opening + 1);
      return end < 0 ? expression.length() - 1 : end;
    }
    for (int i = opening + 1; i < expression.length(); i++) {
      char c = expression.charAt(i);
      if (c == ')') {
        return i;
      }
      if (c == '(' || c == '\'' || c == '"') {
        i = closingOf(expression, i);
      }
    }
    return expression.length();
  }
}
