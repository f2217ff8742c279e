package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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
      assertThat(allowedTo(module.getIdentifier().toString()))
          .as("what %s may use; without a word it may use anything", module.getIdentifier())
          .doesNotContain(ApplicationModule.OPEN_TOKEN);
    }
  }

  @Test
  void nobodyIsUsedInReturn() {
    assertThat(allowedTo("platform")).isEmpty();
    assertThat(allowedTo("pricing")).isEmpty();
    assertThat(allowedTo("tenancy")).isSubsetOf("platform", "documents");
    for (var module : MODULES) {
      var name = module.getIdentifier().toString();
      for (var used : allowedTo(name)) {
        assertThat(allowedTo(used))
            .as("%s and %s using each other", name, used)
            .doesNotContain(name);
      }
    }
  }

  /**
   * What its {@code package-info} says, which has to say it. One of the same package among the
   * tests would stand before it, for Spring Modulith too, and nothing would be verified any more.
   */
  private static List<String> allowedTo(String module) {
    try {
      var info = Class.forName("org.cartwright." + module + ".package-info");
      var declared = info.getAnnotation(ApplicationModule.class);
      assertThat(declared).as("@ApplicationModule of " + module).isNotNull();
      return Stream.of(declared.allowedDependencies())
          .map(used -> used.replaceFirst(" :: .*", ""))
          .distinct()
          .toList();
    } catch (ClassNotFoundException e) {
      throw new AssertionError(module + " says nothing of itself", e);
    }
  }
}
