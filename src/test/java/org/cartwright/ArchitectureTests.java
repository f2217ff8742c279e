package org.cartwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** What the house agreed on, of every class there is. A rule that finds nothing to judge fails. */
class ArchitectureTests {

  private static final JavaClasses HOUSE = ImportedHouse.everything();

  private static final long MOST_FILES = 15;

  private static final Set<String> BINARY_FRACTIONS =
      Set.of("float", "double", "java.lang.Float", "java.lang.Double");

  @Test
  void everyPackageSaysWhatMayBeNull() {
    var packages =
        HOUSE.stream()
            .filter(c -> !c.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackage)
            .collect(Collectors.toUnmodifiableSet());

    assertThat(packages).hasSizeGreaterThan(10);
    assertThat(packages)
        .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class)).as(p.getName()).isTrue());
  }

  /** {@code Tenant} is the one that others are handed: it is only read there. */
  @Test
  void entitiesAreTheirModulesOwnBusiness() {
    classes()
        .that()
        .areAnnotatedWith(Entity.class)
        .and()
        .doNotHaveFullyQualifiedName("org.cartwright.tenancy.Tenant")
        .should()
        .bePackagePrivate()
        .check(HOUSE);
  }

  @Test
  void entitiesOfATenantAreReadFromItsRowsOnly() {
    var ofTenants =
        HOUSE.stream()
            .filter(c -> c.isAnnotatedWith(Entity.class))
            .filter(c -> c.getAllFields().stream().anyMatch(f -> f.isAnnotatedWith(TenantId.class)))
            .toList();

    assertThat(ofTenants).hasSizeGreaterThan(10);
    assertThat(ofTenants)
        .allSatisfy(
            c ->
                assertThat(
                        c.tryGetAnnotationOfType(SQLRestriction.class).map(SQLRestriction::value))
                    .as(c.getName())
                    .contains(CurrentTenant.ROWS));
  }

  @Test
  void repositoriesAreTheirModulesOwnBusiness() {
    classes().that().areAssignableTo(Repository.class).should().bePackagePrivate().check(HOUSE);
  }

  @Test
  void noFigureIsABinaryFraction() {
    fields()
        .should(
            new ArchCondition<>("be exact") {
              @Override
              public void check(
                  com.tngtech.archunit.core.domain.JavaField field, ConditionEvents events) {
                var inexact =
                    Stream.concat(
                            Stream.of(field.getRawType()), field.getAllInvolvedRawTypes().stream())
                        .anyMatch(ArchitectureTests::isBinaryFraction);
                events.add(new SimpleConditionEvent(field, !inexact, field.getDescription()));
              }
            })
        .check(HOUSE);
    codeUnits()
        .should(
            new ArchCondition<>("be exact") {
              @Override
              public void check(JavaCodeUnit unit, ConditionEvents events) {
                var inexact =
                    unit.getAllInvolvedRawTypes().stream()
                        .anyMatch(ArchitectureTests::isBinaryFraction);
                events.add(new SimpleConditionEvent(unit, !inexact, unit.getDescription()));
              }
            })
        .check(HOUSE);
  }

  private static boolean isBinaryFraction(JavaClass type) {
    var component = type.isArray() ? type.getBaseComponentType() : type;
    return BINARY_FRACTIONS.contains(component.getName());
  }

  @Test
  void whatIsStoredChangesByVerbsAndNotBySetters() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Entity.class)
        .or()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(Embeddable.class)
        .or()
        .areDeclaredInClassesThat()
        .areAnnotatedWith(MappedSuperclass.class)
        .should()
        .haveNameNotMatching("set[A-Z].*")
        .check(HOUSE);
  }

  @Test
  void pricingIsArithmeticAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.cartwright.pricing..")
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.springframework..",
                "org.hibernate..",
                "jakarta..",
                "javax..",
                "java.sql..",
                "java.time..",
                "tools.jackson..",
                "com.fasterxml..",
                "io.swagger.."))
        .check(HOUSE);
    noClasses()
        .that()
        .resideInAPackage("org.cartwright.pricing..")
        .and()
        .haveSimpleName("package-info")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..", "jakarta..")
                .and(DescribedPredicate.not(resideInAnyPackage("org.springframework.modulith.."))))
        .check(HOUSE);
  }

  @Test
  void theTimeIsAskedOfTheClockOfTheHouse() {
    var readsTheMachinesTime =
        DescribedPredicate.describe(
            "read the machine's time",
            (com.tngtech.archunit.core.domain.JavaMethodCall call) -> {
              var target = call.getTarget();
              var owner = target.getOwner().getName();
              return (owner.startsWith("java.time.")
                      && target.getName().equals("now")
                      && target.getRawParameterTypes().stream()
                          .noneMatch(p -> p.getName().equals("java.time.Clock")))
                  || (owner.equals("java.time.Clock")
                      && (target.getName().startsWith("system")
                          || (target.getName().startsWith("tick")
                              && !target.getName().equals("tick"))))
                  || (owner.equals("java.lang.System")
                      && target.getName().equals("currentTimeMillis"));
            });
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.cartwright.platform.ClockConfiguration")
        .should()
        .callMethodWhere(readsTheMachinesTime)
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(HOUSE);
  }

  @Test
  void controllersLeaveTheDatabaseToServices() {
    noClasses()
        .that()
        .areAnnotatedWith(RestController.class)
        .or()
        .areAnnotatedWith(Controller.class)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Repository.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(JdbcOperations.class)
        .check(HOUSE);
  }

  @Test
  void classesAreNamedAfterWhatTheyAre() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .check(HOUSE);
  }

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
        .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_FILES));
  }
}
