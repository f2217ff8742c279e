/**
 * How a quote reaches its patient: the links and what is written to people. Is told facts about a
 * quote; knows no aggregate.
 */
@NullMarked
package org.cartwright.quotes.delivery;

import org.jspecify.annotations.NullMarked;
