package org.cartwright;

import org.springframework.data.jpa.repository.query.QueryEnhancerFactories;
import org.springframework.data.jpa.repository.query.QueryEnhancerSelector.DefaultQueryEnhancerSelector;

/**
 * Leaves the reading of our queries to Hibernate, which checks them at the start anyway. Spring
 * Data would parse each of them with a grammar of its own first, only to be able to add a sort or a
 * page, which none of our repositories asks for.
 */
class UnparsedQuerySelector extends DefaultQueryEnhancerSelector {

  UnparsedQuerySelector() {
    super(QueryEnhancerFactories.fallback(), QueryEnhancerFactories.fallback());
  }
}
