package org.cartwright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service. */
@SpringBootApplication
@EnableScheduling
public class Cartwright {

  public static void main(String[] args) {
    SpringApplication.run(Cartwright.class, args);
  }
}
