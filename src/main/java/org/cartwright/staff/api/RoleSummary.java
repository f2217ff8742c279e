package org.cartwright.staff.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A role: a name that providers of a clinic share. */
@Schema(
    description =
        "A role: a name that providers share. It permits and forbids nothing in this service.")
public record RoleSummary(
    String id,
    @Schema(description = "As it was first typed.", example = "injector") String name,
    @Schema(description = "`ADMIN` and `USER` for roles of these names, `PROVIDER` for any other.")
        RoleType userType,
    @Nullable Instant createdDate,
    @Schema(description = "Roles never change: `null`.") @Nullable Instant updatedDate) {}
