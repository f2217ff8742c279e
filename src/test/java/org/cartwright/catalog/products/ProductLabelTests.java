package org.cartwright.catalog.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.List;
import org.cartwright.catalog.Products;
import org.cartwright.platform.jdbc.RoundTrip;
import org.cartwright.tenancy.CurrentTenant;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What others are told of items that are variants. */
@CartwrightTest
class ProductLabelTests {

  @Autowired private Clinics clinics;
  @Autowired private JdbcOperations jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private List<Products.Label> labels(Clinic clinic, List<String> items) throws Exception {
    return CurrentTenant.call(
        clinic.id(),
        () ->
            new TransactionTemplate(transactions)
                .execute(
                    status -> {
                      var trip = new RoundTrip(jdbc);
                      var labels = trip.ask(Products.labels(items));
                      trip.make();
                      return labels.rows();
                    }));
  }

  @Test
  void itemsThatAreVariantsHaveTheLabelOfTheirProduct() throws Exception {
    var clinic = clinics.open();
    var large = clinic.item("L", 100);
    var small = clinic.item("S", 100);
    var alone = clinic.item("Alone", 100);
    var shirt =
        clinic
            .api()
            .post(
                "/orders/products",
                body()
                    .with("name", "Shirt")
                    .with("optionNames", list("Size", "Colour"))
                    .with(
                        "variants",
                        list(
                            body().with("itemId", large).with("options", list("Large", "Blue")),
                            body().with("itemId", small).with("options", list("Small", "Blue")))))
            .ok()
            .at("/id");
    var ofLarge = new Products.Label(large, shirt, "Shirt", "Large / Blue");
    var ofSmall = new Products.Label(small, shirt, "Shirt", "Small / Blue");

    assertThat(labels(clinic, List.of(large, alone, small, "none")))
        .containsExactlyInAnyOrder(ofLarge, ofSmall);
    assertThat(labels(clinic, List.of(small))).containsExactly(ofSmall);
    assertThat(labels(clinic, List.of())).isEmpty();
    assertThat(labels(clinics.open(), List.of(large))).isEmpty();
  }
}
