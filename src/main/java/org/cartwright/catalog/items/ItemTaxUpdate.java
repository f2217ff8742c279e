package org.cartwright.catalog.items;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From which taxes an item is exempted from now on. */
@Schema(name = "ItemTaxUpdate", description = "From which taxes an item is exempted from now on.")
record ItemTaxUpdate(
    String itemId,
    @Schema(description = "Empty means from none; `null` or left out: it stays as it is.")
        @Size(max = MOST)
        @Nullable List<String> exemptedTaxIds) {

  /** From so many taxes an item is exempted at most. */
  static final int MOST = 200;
}
