package org.cartwright.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CallerTests {

  @Test
  void whereNobodyAsksTheServiceWorksByItselfAndForNoTenant() {
    assertThat(Caller.current()).isEqualTo(new Caller(Caller.Kind.SERVICE, null, null));
    assertThatIllegalStateException().isThrownBy(CurrentTenant::id);
  }

  @Test
  void whoeverAsksStaysTheSameInATenantsWork() throws Exception {
    assertThat(CurrentTenant.call("glow", Caller::current))
        .isEqualTo(new Caller(Caller.Kind.SERVICE, "glow", null));
    for (var caller : new Caller[] {Caller.OPERATOR, Caller.PATIENT}) {
      assertThat(caller.call(() -> CurrentTenant.call("glow", Caller::current)))
          .isEqualTo(new Caller(caller.kind(), "glow", null));
    }
    assertThat(Caller.withKey("glow", "k").call(CurrentTenant::id)).isEqualTo("glow");
  }

  @Test
  void afterwardsNobodyAsks() throws Exception {
    Caller.withKey("glow", "k").call(() -> 1);

    assertThat(Caller.current().kind()).isEqualTo(Caller.Kind.SERVICE);
  }
}
