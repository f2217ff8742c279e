package org.cartwright.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Locale;
import java.util.Set;
import org.cartwright.platform.idempotency.Idempotency;

/**
 * Which operations tell of the header {@code Idempotency-Key}. All that change something take it,
 * except the operator's. Of those that the published API has only these tell so: a client generated
 * from ours passes the others what one generated from the published API does, and no more.
 */
final class RepeatableOperations {

  private static final Set<String> TOLD_OF_PUBLISHED =
      Set.of(
          "convert_cart_to_charge_billing_cart__cart_id__convert_to_charge_post",
          "convert_quote_to_charge_billing_quote_convert_to_charge_post",
          "create_cash_payment_billing_payment_cash_create_post",
          "create_patient_credit_payment_billing_payment_patient_credit_create_post",
          "refund_payment_billing_payment_refund_post");

  private RepeatableOperations() {}

  /** Whether the operation takes the header, told or not. */
  static boolean takes(String path, HttpMethod method) {
    return method != HttpMethod.GET && !path.startsWith(OpenApiConfiguration.PLATFORM);
  }

  static boolean tells(String path, HttpMethod method, Operation operation) {
    return takes(path, method)
        && (!isPublished(method, operation)
            || TOLD_OF_PUBLISHED.contains(operation.getOperationId()));
  }

  /** Only the published API's operations are called by their method in the end. */
  static boolean isPublished(HttpMethod method, Operation operation) {
    return isPublished(method, operation.getOperationId());
  }

  static boolean isPublished(HttpMethod method, String operationId) {
    return operationId.endsWith("_" + method.name().toLowerCase(Locale.ROOT));
  }

  static Parameter key() {
    var text = new StringSchema();
    text.addType("string");
    return new Parameter().name(Idempotency.HEADER).in("header").required(false).schema(text);
  }
}
