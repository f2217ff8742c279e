package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(properties = "cartwright.round-every=P1D")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
class CartwrightTests {

  @Test
  void startsOnTheDatabaseOfTheTestsInsteadOfItsOwn(
      @Autowired Environment environment, @Autowired DataSource dataSource) throws SQLException {
    assertThat(environment.getProperty("cartwright.embedded")).isNull();
    try (var connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getURL()).isEqualTo(TestDatabase.shared().jdbcUrl());
      assertThat(connection.getMetaData().getUserName()).isEqualTo(TestDatabase.APP);
    }
  }
}
