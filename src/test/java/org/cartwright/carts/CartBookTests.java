package org.cartwright.carts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Currency;
import org.cartwright.ImportedHouse;
import org.cartwright.carts.reading.AnyCarts;
import org.cartwright.tenancy.Caller;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is one door to carts, and nobody walks round it. */
class CartBookTests {

  private static final JavaClasses CARTS = ImportedHouse.below("org.cartwright.carts");

  @Test
  void cartsAreReadToBeChangedAndWrittenByTheBookAlone() {
    classes()
        .that()
        .areAssignableTo(CartRepository.class)
        .should()
        .onlyHaveDependentClassesThat()
        .areAssignableTo(CartBook.class)
        .check(CARTS);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(CartBook.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(EntityManager.class)
        .check(CARTS);
  }

  @Test
  void eventsAreMadeByTheBookAlone() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(CartBook.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ApplicationEventPublisher.class)
        .orShould()
        .callConstructor(
            CartEvent.class,
            CartEvent.Type.class,
            String.class,
            String.class,
            String.class,
            boolean.class,
            Currency.class,
            long.class,
            Caller.class,
            Instant.class)
        .check(CARTS);
  }

  @Test
  void whatIsWrittenBySqlIsWrittenInOnePlace() {
    noClasses()
        .that()
        .resideInAPackage("org.cartwright.carts")
        .and()
        .doNotHaveFullyQualifiedName(LapsedCarts.class.getName())
        .and()
        .doNotHaveFullyQualifiedName(AnyCarts.class.getName())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(JdbcClient.class)
        .check(CARTS);
  }
}
