package org.cartwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = TestDatabaseTests.OnlyADataSource.class,
    webEnvironment = WebEnvironment.NONE)
class TestDatabaseTests {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @Test
  void servesContextsThroughDynamicPropertiesToo(@Autowired DataSource dataSource)
      throws SQLException {
    try (var connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getURL()).isEqualTo(TestDatabase.shared().jdbcUrl());
    }
  }

  @Test
  void createsDatabasesThatDoNotSeeEachOther() throws SQLException {
    var one = TestDatabase.createDatabase();
    var other = TestDatabase.createDatabase();
    one.executeAsOwner("create table here (id text)");

    other.executeAsOwner("create table here (id text)");

    assertThat(one.jdbcUrl()).isNotEqualTo(other.jdbcUrl());
    try (var app = one.app().getConnection()) {
      assertThat(app.getMetaData().getUserName()).isEqualTo(TestDatabase.APP);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class OnlyADataSource {}
}
