package org.cartwright.orders.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.line;
import static org.cartwright.testing.bodies.Bodies.list;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cartwright.testing.Answer;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An order says for good which variant of which product was sold. */
@CartwrightTest
class SoldVariantTests {

  @Autowired private Clinics clinics;

  private OrderDesk desk;
  private String shirt;
  private String product;

  @BeforeEach
  void openAShopWithAShirtInASize() {
    desk = OrderDesk.open(clinics);
    shirt = desk.shop().item("Shirt", 59000);
    product = desk.api().post("/orders/products", product("Cotton shirt", "Large")).ok().at("/id");
  }

  private Answer again(String name, String size) {
    return desk.api().put("/orders/products/" + product, product(name, size)).ok();
  }

  private AnyBody product(String name, String size) {
    return body()
        .with("name", name)
        .with("optionNames", list("Size", "Colour"))
        .with("variants", list(body().with("itemId", shirt).with("options", list(size, "Blue"))));
  }

  private static String said(Answer order) {
    return order.at("/items/0/name")
        + ", "
        + order.at("/items/0/productName")
        + ", "
        + order.at("/items/0/options");
  }

  private String printed(Answer order) {
    var file = desk.api().file(OrderDesk.path(order) + "/confirmation.pdf");
    try (var pdf = Loader.loadPDF(file.body())) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasSoldStaysWhateverBecomesOfTheProduct() {
    var order = desk.place(desk.draft(shirt, 1)).ok();
    assertThat(said(order)).isEqualTo("Shirt, Cotton shirt, Large / Blue");

    again("Linen shirt", "Small");
    assertThat(said(desk.read(order))).isEqualTo("Shirt, Cotton shirt, Large / Blue");
    assertThat(printed(order)).contains("Shirt (Large / Blue)");
    assertThat(said(desk.place(desk.draft(shirt, 1)).ok()))
        .isEqualTo("Shirt, Linen shirt, Small / Blue");

    desk.api().delete("/orders/products/" + product).ok();
    assertThat(said(desk.read(order))).isEqualTo("Shirt, Cotton shirt, Large / Blue");
  }

  @Test
  void whatIsNoVariantSaysNothingBesideOneThatIs() {
    var mug = desk.shop().item("Mug", 1000);
    var order =
        desk.place(
                desk.draft(
                    desk.order(mug, 1).with("items", list(line(mug), line(shirt), line(shirt)))))
            .ok();

    assertThat(order.json().at("/items/0/options").isNull()).isTrue();
    assertThat(order.json().at("/items/0/productName").isNull()).isTrue();
    assertThat(order.at("/items/1/options")).isEqualTo("Large / Blue");
    assertThat(order.at("/items/2/options")).isEqualTo("Large / Blue");
  }
}
