package org.cartwright.platform.postgres.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyExpressionTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(tenant_id = current_setting('cartwright.tenant'::text, true))",
        "(tenant_id = current_setting('cartwright.tenant'::text))",
        "((tenant_id)::text = current_setting('cartwright.tenant'::text, true))",
        "(current_setting('cartwright.tenant'::text, true) = tenant_id)",
        "(tenant_id = ( SELECT current_setting('cartwright.tenant'::text, true) AS current_setting))",
        "((tenant_id = current_setting('cartwright.tenant'::text, true)) AND (note <> ') OR ('::text))",
        "((deleted IS NULL) AND (tenant_id = current_setting('cartwright.tenant'::text, true)))",
      })
  void recognisesTheComparisonAloneOrBesideAnAnd(String expression) {
    assertThat(PolicyExpression.isDemandedBy(expression)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "true",
        "((tenant_id = current_setting('cartwright.tenant'::text, true)) OR true)",
        "((tenant_id = current_setting('cartwright.tenant'::text, true)) OR (a AND b))",
        "(NOT (tenant_id = current_setting('cartwright.tenant'::text, true)))",
        "(tenant_id <> current_setting('cartwright.tenant'::text, true))",
        "(tenant_id >= current_setting('cartwright.tenant'::text, true))",
        "(tenant_id = current_setting('cartwright.other'::text, true))",
        "(tenant_id = COALESCE(current_setting('cartwright.tenant'::text, true), tenant_id))",
        "(other_tenant_id = current_setting('cartwright.tenant'::text, true))",
        "(note = '(tenant_id = current_setting(''cartwright.tenant''::text, true))'::text)",
        "(note = ' AND tenant_id = current_setting(''cartwright.tenant''::text, true) AND '::text)",
        "((tenant_id = current_setting('cartwright.tenant'::text, true)) IS NOT NULL)",
        "CASE WHEN a THEN true ELSE (tenant_id = current_setting('cartwright.tenant'::text, true)) END",
      })
  void recognisesNothingThatWouldLetOtherTenantsThrough(String expression) {
    assertThat(PolicyExpression.isDemandedBy(expression)).isFalse();
  }
}
