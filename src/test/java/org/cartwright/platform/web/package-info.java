@NullMarked
package org.cartwright.platform.web;

import org.jspecify.annotations.NullMarked;
