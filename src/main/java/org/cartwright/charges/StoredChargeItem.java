package org.cartwright.charges;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.cartwright.charges.api.ChargeItem;
import org.cartwright.charges.bill.BillItem;
import org.cartwright.charges.bill.BilledTax;
import org.cartwright.charges.bill.BilledTaxesConverter;
import org.cartwright.platform.trail.PartOf;
import org.cartwright.tenancy.CurrentTenant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Something on a charge, as it is stored: what was on the bill, which never changes. */
@Entity
@PartOf(kind = "charge", by = "chargeId")
@SQLRestriction(CurrentTenant.ROWS)
@Immutable
@Table(name = "charge_item")
class StoredChargeItem {

  @Id private String id;

  @SuppressWarnings("UnusedVariable") // part of the key
  @TenantId
  private String tenantId;

  private String chargeId;

  @SuppressWarnings("UnusedVariable") // the order in which the rows are read
  private int position;

  private @Nullable String itemId;

  @SuppressWarnings("UnusedVariable") // what is only served is read by ChargeItemReader
  private @Nullable String packageId;

  private String name;
  private int quantity;
  private long price;
  private long discountAmount;
  private long taxAmount;

  @SuppressWarnings("UnusedVariable") // what is only served is read by ChargeItemReader
  @Convert(converter = BilledTaxesConverter.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<BilledTax> taxes;

  @NullUnmarked
  protected StoredChargeItem() {}

  @SuppressWarnings("NullAway.Init") // Hibernate fills in the tenant
  StoredChargeItem(String id, String chargeId, int position, BillItem item) {
    this.id = id;
    this.chargeId = chargeId;
    this.position = position;
    itemId = item.itemId();
    packageId = item.packageId();
    name = item.name();
    quantity = item.quantity();
    price = item.price().value();
    discountAmount = item.discount().value();
    taxAmount = item.tax().value();
    taxes = item.taxes();
  }

  ChargeItem served() {
    return new ChargeItem(
        id,
        itemId,
        chargeId,
        name,
        null,
        quantity,
        discountAmount,
        BigDecimal.ZERO,
        null,
        price,
        null,
        null,
        null,
        null,
        null,
        taxAmount,
        null,
        null);
  }
}
