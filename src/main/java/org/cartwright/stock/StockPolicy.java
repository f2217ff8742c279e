package org.cartwright.stock;

import io.swagger.v3.oas.annotations.media.Schema;

/** What happens when more of an item is wanted than there is. */
@Schema(
    description =
        "What happens when more is wanted than there is: `DENY` refuses it, `ALLOW` "
            + "sells it anyway, `UNTRACKED` counts nothing.")
public enum StockPolicy {
  /** No more is sold than is available. */
  DENY,
  /** It is counted, and sold even below nothing. */
  ALLOW,
  /** Nothing is counted. So are items nobody said anything of. */
  UNTRACKED
}
