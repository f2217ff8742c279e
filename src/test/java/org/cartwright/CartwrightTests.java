package org.cartwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@CartwrightTest
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
