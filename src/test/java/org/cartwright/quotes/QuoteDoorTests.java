package org.cartwright.quotes;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Set;
import org.cartwright.ImportedHouse;
import org.junit.jupiter.api.Test;

/** There is one door through which quotes are moved, as each move is announced there. */
class QuoteDoorTests {

  private static final Set<String> MOVES =
      Set.of("schedule", "send", "withdraw", "view", "answer", "convert", "giveWay", "runOut");

  @Test
  void onlyTheBookMovesQuotes() {
    methods()
        .that()
        .areDeclaredIn(Quote.class)
        .and(
            describe(
                "move it",
                (JavaMethod m) ->
                    MOVES.contains(m.getName()) && !m.getRawParameterTypes().isEmpty()))
        .should()
        .onlyBeCalled()
        .byClassesThat(simpleName("QuoteBook"))
        .check(ImportedHouse.below("org.cartwright.quotes"));
  }
}
