package org.cartwright.catalog.products;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.cartwright.platform.json.CrossFieldValidated;
import org.cartwright.platform.json.Default;
import org.jspecify.annotations.Nullable;

/** A product as it is to be. */
@Schema(
    name = "ProductWrite",
    description = "What a product is to be like.",
    example =
        """
        {"name": "Mug", "optionNames": ["Size", "Colour"],
         "variants": [{"itemId": "item_shop_mug", "options": ["Large", "White"]}]}""")
public record ProductWrite(
    @Schema(example = "Mug") @Size(min = 1, max = 255) String name,
    @Size(max = 10_000) @Nullable String description,
    @Schema(
            description = "Its options: what its variants differ in. Each may occur once.",
            example = "[\"Size\", \"Colour\"]")
        @Size(min = 1, max = 5)
        List<@Size(min = 1, max = 64) String> optionNames,
    @Schema(
            description = "Its variants, in this order.",
            requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        @Default("[]")
        @Size(max = 200)
        List<VariantWrite> variants)
    implements CrossFieldValidated {

  @Override
  public void check(Complaints complaints) {
    var named = new HashSet<String>();
    if (!optionNames.stream().allMatch(option -> named.add(option.toLowerCase(Locale.ROOT)))) {
      complaints.about("optionNames", "each option is named once");
    }
  }
}
