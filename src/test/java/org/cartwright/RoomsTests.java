package org.cartwright;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the house: each small, and none that leads back to where one came from. */
class RoomsTests {

  private static final long MOST_FILES = 16;

  /** A cart stays with all that moves it: only its own package sees an aggregate. */
  private static final Map<String, Long> LARGER = Map.of("org.cartwright.carts", 20L);

  private static final JavaClasses HOUSE = ImportedHouse.CLASSES;

  @Test
  void noRoomLeadsInACircle() {
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
              }

              @Override
              public String getDescription() {
                return "packages";
              }
            })
        .should()
        .beFreeOfCycles()
        .check(HOUSE);
  }

  @Test
  void noRoomIsCrowded() {
    var files =
        HOUSE.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files).hasSizeGreaterThan(60);
    assertThat(files)
        .allSatisfy(
            (room, count) ->
                assertThat(count)
                    .as(room)
                    .isLessThanOrEqualTo(LARGER.getOrDefault(room, MOST_FILES)));
  }
}
