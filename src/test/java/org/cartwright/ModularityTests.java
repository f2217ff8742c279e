package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  private static final ApplicationModules MODULES = ApplicationModules.of(Cartwright.class);

  @Test
  void noModuleUsesWhatItMayNot() {
    assertThat(MODULES.stream().count()).isGreaterThan(5);
    MODULES.verify();
  }

  @Test
  void everyModuleSaysWhichOthersItMayUse() {
    for (var module : MODULES) {
      var declared = module.getBasePackage().getAnnotation(ApplicationModule.class);

      assertThat(declared).as(module.getDisplayName()).isPresent();
      assertThat(Arrays.asList(declared.get().allowedDependencies()))
          .as("what %s may use; without a word it may use anything", module.getDisplayName())
          .doesNotContain(ApplicationModule.OPEN_TOKEN);
    }
  }

  @Test
  void nobodyIsUsedInReturn() {
    assertThat(allowedTo("platform")).isEmpty();
    assertThat(allowedTo("pricing")).isEmpty();
    assertThat(allowedTo("tenancy")).containsExactly("platform");
    for (var module : MODULES) {
      for (var used : allowedTo(module.getIdentifier().toString())) {
        assertThat(allowedTo(used))
            .as("%s and %s using each other", module.getIdentifier(), used)
            .doesNotContain(module.getIdentifier().toString());
      }
    }
  }

  private static java.util.List<String> allowedTo(String module) {
    return Arrays.asList(
        MODULES
            .getModuleByName(module)
            .orElseThrow()
            .getBasePackage()
            .getAnnotation(ApplicationModule.class)
            .orElseThrow()
            .allowedDependencies());
  }
}
