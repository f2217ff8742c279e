/** The record over HTTP. */
@NullMarked
package org.cartwright.audit.web;

import org.jspecify.annotations.NullMarked;
