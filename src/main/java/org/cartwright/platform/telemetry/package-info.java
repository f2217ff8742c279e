/**
 * Traces and metrics for whoever collects them by OpenTelemetry's protocol, on request: as long as
 * no collector is named there is nothing of it in the running service. What leaves the house is an
 * allow-list. Looks at nothing.
 */
@NullMarked
package org.cartwright.platform.telemetry;

import org.jspecify.annotations.NullMarked;
