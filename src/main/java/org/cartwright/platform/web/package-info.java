/**
 * What stands around every HTTP request: filters and their order, CORS, health, and forms of
 * answers that are no JSON record. Looks at the face, errors, telemetry and trail.
 */
@NullMarked
package org.cartwright.platform.web;

import org.jspecify.annotations.NullMarked;
