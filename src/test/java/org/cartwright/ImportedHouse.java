package org.cartwright;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the house as rules are checked on them, without tests. */
public final class ImportedHouse {

  private ImportedHouse() {}

  /**
   * All there are, which takes seconds: what is asked of all stands in {@link ArchitectureTests},
   * so that they are read once, and not once for each JVM that tests are shared out among.
   */
  static JavaClasses everything() {
    return below("org.cartwright");
  }

  /** Those of a package and of the ones below it. */
  public static JavaClasses below(String name) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(name);
  }
}
