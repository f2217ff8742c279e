package org.cartwright.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * How many of many like cases a test tries: few enough for every run, or with {@code
 * -Dtests.cases=all} as many as are worth an hour.
 */
public final class Cases {

  private static final boolean ALL = System.getProperty("tests.cases", "").equals("all");

  private Cases() {}

  /** So many, usually. */
  public static int of(int usually, int all) {
    return ALL ? all : usually;
  }

  /** Runs a test with the seeds 1, 2, 3 and so on. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest(name = "seed {0}")
  @ArgumentsSource(SeedsInOrder.class)
  public @interface Seeds {
    int usually();

    int all();
  }

  static final class SeedsInOrder extends AnnotationBasedArgumentsProvider<Seeds> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context, Seeds seeds) {
      return LongStream.rangeClosed(1, of(seeds.usually(), seeds.all())).mapToObj(Arguments::of);
    }
  }
}
