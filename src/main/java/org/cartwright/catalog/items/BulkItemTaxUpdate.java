package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Changes of the tax exemptions of many items: all of them or none. */
@Schema(
    name = "BulkItemTaxUpdate",
    description = "Changes of the tax exemptions of many items: all of them or none.",
    example =
        """
        {"updates": [{"itemId": "item_demo_consultation", "exemptedTaxIds": []}]}""")
record BulkItemTaxUpdate(@Size(max = 1000) List<ItemTaxUpdate> updates) {}
