package org.cartwright.platform.paging;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param data the entries of this page
 * @param total how many entries there are on all pages
 */
public record Page<T>(List<T> data, long total) {}
