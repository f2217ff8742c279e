/**
 * Text made fit for paper: what can be printed, how much of it, in which font and direction. Looks
 * at no other room.
 */
@NullMarked
package org.cartwright.documents.text;

import org.jspecify.annotations.NullMarked;
