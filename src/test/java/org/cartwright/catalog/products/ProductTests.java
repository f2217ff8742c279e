package org.cartwright.catalog.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cartwright.testing.bodies.Bodies.body;
import static org.cartwright.testing.bodies.Bodies.list;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.cartwright.testing.Answer;
import org.cartwright.testing.Api;
import org.cartwright.testing.AtOnce;
import org.cartwright.testing.CartwrightTest;
import org.cartwright.testing.Cases;
import org.cartwright.testing.Clinic;
import org.cartwright.testing.Clinics;
import org.cartwright.testing.Statements;
import org.cartwright.testing.bodies.AnyBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Items are variants of products: kept, found, and of one product at most. */
@CartwrightTest
class ProductTests {

  private static final int ROUNDS = Cases.of(3, 10);
  private static final String PRODUCTS = "/orders/products";

  @Autowired private Clinics clinics;
  @Autowired private Statements statements;

  private Clinic clinic;
  private Api api;

  @BeforeEach
  void openAClinic() {
    clinic = clinics.open();
    api = clinic.api();
  }

  /** A variant; the options are written with a slash between them. */
  private static AnyBody variant(String item, String options) {
    return body().with("itemId", item).with("options", List.of(options.split("/", -1)));
  }

  /** A product that differs in size and colour. */
  private static AnyBody aProduct(String name, AnyBody... variants) {
    return body()
        .with("name", name)
        .with("optionNames", list("Size", "Colour"))
        .with("variants", variants);
  }

  private Answer product(String name, AnyBody... variants) {
    return api.post(PRODUCTS, aProduct(name, variants)).ok();
  }

  private static String path(Answer product) {
    return PRODUCTS + "/" + product.at("/id");
  }

  private List<String> listed(String query) {
    var names = new ArrayList<String>();
    for (var one : api.get(PRODUCTS + query).ok().json().get("data")) {
      names.add(one.get("name").asString());
    }
    return names;
  }

  private static List<String> items(Answer product) {
    var items = new ArrayList<String>();
    product.json().get("variants").forEach(one -> items.add(one.get("itemId").asString()));
    return items;
  }

  @Test
  void aProductIsServedAsItWasWritten() {
    var blue = clinic.item("Shirt L blue", 2500);
    var red = clinic.item("Shirt L red", 2500);

    var written =
        api.post(
                PRODUCTS,
                body()
                    .with("name", "Cotton shirt")
                    .with("description", "Soft")
                    .with("option_names", list("Size", "Colour"))
                    .with(
                        "variants",
                        list(
                            variant(red, "Large/Red"),
                            body().with("item_id", blue).with("options", list("Large", "Blue")))))
            .ok();

    assertThat(written.json().propertyNames())
        .containsExactly(
            "id", "name", "description", "optionNames", "variants", "createdDate", "updatedDate");
    assertThat(written.at("/id")).startsWith("product_");
    assertThat(written.at("/name")).isEqualTo("Cotton shirt");
    assertThat(written.at("/description")).isEqualTo("Soft");
    assertThat(written.json().get("optionNames").toString()).isEqualTo("[\"Size\",\"Colour\"]");
    assertThat(written.json().get("variants").toString())
        .isEqualTo(
            ("[{\"itemId\":\"%s\",\"options\":[\"Large\",\"Red\"],\"label\":\"Large / Red\","
                    + "\"itemName\":\"Shirt L red\",\"isArchived\":false},"
                    + "{\"itemId\":\"%s\",\"options\":[\"Large\",\"Blue\"],\"label\":\"Large / Blue\","
                    + "\"itemName\":\"Shirt L blue\",\"isArchived\":false}]")
                .formatted(red, blue));
    assertThat(written.json().get("updatedDate").isNull()).isTrue();
    assertThat(api.get(path(written)).ok().text()).isEqualTo(written.text());
    assertThat(api.get(PRODUCTS).ok().json().at("/data/0")).isEqualTo(written.json());
  }

  @Test
  void aProductMayHaveNoVariantsYet() {
    var written =
        api.post(PRODUCTS, body().with("name", "Mug").with("optionNames", list("Size"))).ok();

    assertThat(written.json().get("variants")).isEmpty();
    assertThat(listed("?search=mug")).containsExactly("Mug");
  }

  @Test
  void replacingSaysEverythingAnewAndFreesItems() {
    var large = clinic.item("L", 100);
    var small = clinic.item("S", 100);
    var shirt = product("Shirt", variant(large, "Large/Blue"), variant(small, "Small/Blue"));

    var replaced =
        api.put(
                path(shirt),
                body()
                    .with("name", "Tee")
                    .with("optionNames", list("Size"))
                    .with("variants", list(variant(small, "S"))))
            .ok();

    assertThat(replaced.at("/name")).isEqualTo("Tee");
    assertThat(replaced.json().get("description").isNull()).isTrue();
    assertThat(items(replaced)).containsExactly(small);
    assertThat(replaced.at("/variants/0/label")).isEqualTo("S");
    assertThat(replaced.at("/createdDate")).isEqualTo(shirt.at("/createdDate"));
    assertThat(replaced.json().get("updatedDate").isNull()).isFalse();
    assertThat(api.get(path(shirt)).ok().text()).isEqualTo(replaced.text());
    assertThat(items(product("Other", variant(large, "Large/Blue")))).containsExactly(large);
  }

  @Test
  void deletingAProductFreesItsItemsWhichStayItems() {
    var item = clinic.item("L", 100);
    var shirt = product("Shirt", variant(item, "Large/Blue"));

    assertThat(api.delete(path(shirt)).ok().text()).isEqualTo("true");

    assertThat(api.get(path(shirt)).refused(404).at("/detail")).isEqualTo("Product not found");
    api.delete(path(shirt)).refused(404);
    api.put(path(shirt), aProduct("Shirt")).refused(404);
    assertThat(listed("")).isEmpty();
    assertThat(items(product("Tee", variant(item, "Large/Blue")))).containsExactly(item);
  }

  @Test
  void anItemIsAVariantOfOneProductAtMost() {
    var one = clinic.item("One", 100);
    var two = clinic.item("Two", 100);
    var free = clinic.item("Free", 100);
    var shirt = product("Shirt", variant(one, "Large/Blue"), variant(two, "Small/Blue"));
    var tee = product("Tee");
    var wanted =
        aProduct("Tee", variant(two, "S/Blue"), variant(free, "M/Blue"), variant(one, "L/Blue"));

    var sentence =
        "An item is a variant of one product at most; take these out of their other products first: %s, %s."
            .formatted(two, one);
    assertThat(api.put(path(tee), wanted).refused(409).at("/detail")).isEqualTo(sentence);
    assertThat(api.post(PRODUCTS, wanted).refused(409).at("/detail")).isEqualTo(sentence);
    assertThat(api.get(path(tee)).ok().text()).isEqualTo(tee.text());
    assertThat(api.get(path(shirt)).ok().text()).isEqualTo(shirt.text());
    assertThat(listed("")).containsExactly("Tee", "Shirt");
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    var mine = clinic.item("Mine", 100);
    var other = clinic.item("Other", 100);
    var gone = clinic.item("Gone", 100);
    api.delete("/inventory/items/delete/" + gone).ok();
    var theirs = clinics.open().item("Theirs", 100);

    assertThat(
            api.post(
                    PRODUCTS,
                    body()
                        .with("name", "")
                        .with("optionNames", list())
                        .with(
                            "variants", list(body().with("itemId", "").with("options", list("")))))
                .violations())
        .containsExactly(
            "[body, name] string_too_short",
            "[body, optionNames] too_short",
            "[body, variants, 0, itemId] string_too_short",
            "[body, variants, 0, options, 0] string_too_short");
    assertThat(
            api.post(PRODUCTS, body().with("name", "A").with("optionNames", list("Size", "size")))
                .violation())
        .isEqualTo("[body, optionNames] value_error");
    assertThat(
            api.post(
                    PRODUCTS,
                    aProduct(
                        "A",
                        variant(mine, "Large/Blue"),
                        variant(mine, "Large/Red"),
                        variant(other, "LARGE/blue"),
                        variant(gone, "Small"),
                        variant(theirs, "Small/Red"),
                        variant("none", "Small/Red/Long")))
                .violations())
        .containsExactly(
            "[body, variants, 1, itemId] value_error",
            "[body, variants, 2, options] value_error",
            "[body, variants, 3, itemId] value_error",
            "[body, variants, 3, options] value_error",
            "[body, variants, 4, itemId] value_error",
            "[body, variants, 5, itemId] value_error",
            "[body, variants, 5, options] value_error");
    assertThat(listed("")).isEmpty();
  }

  @Test
  void anItemWithdrawnFromSaleStaysAVariantAndSaysSo() {
    var item = clinic.item("L", 100);
    var shirt = product("Shirt", variant(item, "Large/Blue"));
    api.delete("/inventory/items/delete/" + item).ok();

    assertThat(api.get(path(shirt)).ok().json().at("/variants/0/isArchived").booleanValue())
        .isTrue();
    var kept = api.put(path(shirt), aProduct("Shirt", variant(item, "Large/Red"))).ok();
    assertThat(kept.at("/variants/0/label")).isEqualTo("Large / Red");
  }

  @Test
  void productsAreFoundByTheirVariantsToo() {
    var shirtItem = clinic.item("Baumwolle_1", 100);
    product("Cotton shirt", variant(shirtItem, "Large/Blue"));
    product("Wool shirt", variant(clinic.item("Wolle", 100), "Large/Red"));
    product("Apron");

    assertThat(listed("")).containsExactly("Apron", "Wool shirt", "Cotton shirt");
    assertThat(listed("?search=SHIRT")).containsExactly("Wool shirt", "Cotton shirt");
    assertThat(listed("?search=large%20/%20blue")).containsExactly("Cotton shirt");
    assertThat(listed("?search=shirt%20large%20/%20r")).containsExactly("Wool shirt");
    assertThat(listed("?search=wolle_")).containsExactly("Cotton shirt");
    assertThat(listed("?search=" + shirtItem)).containsExactly("Cotton shirt");
    assertThat(listed("?search=none")).isEmpty();
    assertThat(listed("?sort_by=name")).containsExactly("Apron", "Cotton shirt", "Wool shirt");
    assertThat(listed("?sort_by=created_date&sort_direction=desc"))
        .containsExactly("Apron", "Wool shirt", "Cotton shirt");
    assertThat(listed("?per_page=2&page=2")).containsExactly("Cotton shirt");
    assertThat(api.get(PRODUCTS + "?per_page=2&page=2").ok().number("/total")).isEqualTo(3);
    assertThat(api.get(PRODUCTS + "?per_page=0&page=0&sort_by=price").violations())
        .containsExactly(
            "[query, page] greater_than_equal",
            "[query, per_page] greater_than_equal",
            "[query, sort_by] enum");
  }

  @Test
  void anotherClinicsProductIsMissing() {
    var shirt = product("Shirt", variant(clinic.item("L", 100), "Large/Blue"));
    var strangers = clinics.open().api();
    var missing = strangers.get(PRODUCTS + "/none").refused(404).text();

    assertThat(strangers.get(path(shirt)).refused(404).text()).isEqualTo(missing);
    assertThat(strangers.put(path(shirt), aProduct("X")).refused(404).text()).isEqualTo(missing);
    assertThat(strangers.delete(path(shirt)).refused(404).text()).isEqualTo(missing);
    assertThat(strangers.get(PRODUCTS + "?search=shirt").ok().number("/total")).isZero();
    assertThat(api.get(path(shirt)).ok().text()).isEqualTo(shirt.text());
  }

  @Test
  void aPageTakesAsManyStatementsHoweverManyProductsItHas() {
    product("A0", variant(clinic.item("I0", 100), "Large/Blue"));
    long one = statements.during(() -> api.get(PRODUCTS).ok());
    for (int i = 1; i < 20; i++) {
      product("A" + i, variant(clinic.item("I" + i, 100), "Large/Blue"));
    }

    assertThat(statements.during(() -> api.get(PRODUCTS).ok())).isEqualTo(one);
  }

  @Test
  void writingTakesAsManyStatementsHoweverManyVariantsThereAre() {
    var one = variant(clinic.item("One", 100), "One/Blue");
    var thirty =
        IntStream.range(0, 30)
            .mapToObj(i -> variant(clinic.item("I" + i, 100), i + "/Blue"))
            .toArray(AnyBody[]::new);

    long few = statements.during(() -> product("Few", one));
    long many = statements.during(() -> product("Many", thirty));

    assertThat(many).isEqualTo(few);
    assertThat(api.get(PRODUCTS + "?search=many").ok().json().at("/data/0/variants")).hasSize(30);
  }

  @Test
  void ofProductsThatWantAnItemAtTheSameTimeOneGetsIt() {
    for (int i = 0; i < ROUNDS; i++) {
      var item = clinic.item("Wanted", 100);
      var asked =
          IntStream.range(0, 10)
              .mapToObj(
                  n ->
                      (Callable<Answer>)
                          () -> api.post(PRODUCTS, aProduct("P" + n, variant(item, "a/b"))))
              .toList();

      var answers = AtOnce.all(asked);

      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
      assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(200, 409));
      assertThat(listed("?search=" + item)).hasSize(1);
    }
  }

  @Test
  void productsThatWantTheSameItemsInAnotherOrderDoNotWaitForEachOther() {
    for (int i = 0; i < ROUNDS; i++) {
      var variants = new ArrayList<AnyBody>();
      for (int n = 0; n < 20; n++) {
        variants.add(variant(clinic.item("Wanted", 100), n + "/b"));
      }
      var there = aProduct("There", variants.toArray(AnyBody[]::new));
      var back = aProduct("Back", variants.reversed().toArray(AnyBody[]::new));

      var answers =
          AtOnce.<Answer>all(
              List.of(() -> api.post(PRODUCTS, there), () -> api.post(PRODUCTS, back)));

      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void anItemThatIsFreedAtTheSameTimeIsTakenOrRefused() {
    for (int i = 0; i < ROUNDS; i++) {
      var item = clinic.item("A", 100);
      var one = product("One", variant(item, "a/b"));

      var answers =
          AtOnce.<Answer>all(
              List.of(
                  () -> api.delete(path(one)),
                  () -> api.post(PRODUCTS, aProduct("Two", variant(item, "a/b")))));

      assertThat(answers.getFirst().status()).isEqualTo(200);
      assertThat(answers.getLast().status()).isIn(200, 409);
      assertThat(listed("?search=" + item)).hasSize(answers.getLast().status() == 200 ? 1 : 0);
    }
  }
}
