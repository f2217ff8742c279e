package org.cartwright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the house as rules are checked on them, read once for all tests of this JVM. */
public final class ImportedHouse {

  /** All there are, without tests. */
  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.cartwright");

  private ImportedHouse() {}

  /** Those of a package and of the ones below it. */
  public static JavaClasses below(String name) {
    return CLASSES.that(resideInAPackage(name + ".."));
  }
}
