package org.cartwright;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service. */
@SpringBootApplication
public class Cartwright {

  public static void main(String[] args) {
    SpringApplication.run(Cartwright.class, args);
  }
}
