import client.ApiClient;
import client.ApiException;
import client.api.CartsApi;
import client.api.ItemsApi;
import client.api.PatientsApi;
import client.api.TaxesApi;
import client.model.CartCreate;
import client.model.CartItemCreate;
import client.model.CartItemUpdate;
import client.model.Item;
import client.model.PatientCreate;
import client.model.TaxCreate;
import java.math.BigDecimal;
import java.util.List;

/**
 * The README's walk, by a client that was generated. Compiled by the test, against what the
 * generator made.
 */
public final class Walk {

  private Walk() {}

  public static void main(String[] args) throws ApiException {
    var http = new ApiClient();
    http.updateBaseUri(args[0]);
    var tenant = args[1];
    var key = args[2];
    var carts = new CartsApi(http);

    var patient =
        new PatientsApi(http)
            .patientCreateUserPatientCreatePost(
                tenant, key, new PatientCreate().firstName("Ada").lastName("Moss"));
    var item =
        new ItemsApi(http)
            .createItemInventoryItemsCreatePost(
                tenant, key, new Item().name("Hand cream").price(1299));
    new TaxesApi(http)
        .createTaxAdminTaxesPost(
            tenant, key, new TaxCreate().name("Walk tax").percentage(new BigDecimal("8.25")));
    var cart =
        carts.createCartBillingCartPost(
            tenant,
            key,
            new CartCreate()
                .patientId(patient.getId())
                .items(
                    List.of(
                        new CartItemCreate()
                            .itemId(item.getId())
                            .quantity(new BigDecimal("2.5"))
                            .discountPercentage(BigDecimal.TEN))));
    require(
        cart.getSubtotal() == 2923 && cart.getTaxAmount() == 241 && cart.getTotal() == 3164, cart);

    var page =
        carts.getCartsBillingCartGet(tenant, key, null, null, null, 1, 20, null, null, "moss");
    require(page.getTotal() == 1 && page.getData().getFirst().getId().equals(cart.getId()), page);
    require(
        carts.getCartsListBillingCartListGet(tenant, key, patient.getId(), null).size() == 1,
        "list");

    var changed =
        carts.updateCartItemBillingCartCartIdItemsItemIdPut(
            tenant,
            key,
            cart.getId(),
            cart.getItems().getFirst().getId(),
            new CartItemUpdate().quantity(BigDecimal.ONE).discountPercentage(BigDecimal.ZERO));
    require(changed.getTotal() == 1406, changed);
    var copy = carts.duplicateCart(tenant, key, cart.getId(), null, null, null);
    require(copy.getTotal() == 1406 && !copy.getId().equals(cart.getId()), copy);

    try {
      carts.getCartByIdBillingCartCartIdGet(tenant, key, "nobody");
      require(false, "a missing cart was found");
    } catch (ApiException refused) {
      require(refused.getCode() == 404, refused.getResponseBody());
    }
  }

  private static void require(boolean promised, Object instead) {
    if (!promised) {
      throw new IllegalStateException("Not what was promised: " + instead);
    }
  }
}
