-- Items in the order in which they stand before somebody who sells: favourites first, then as the clinic has them.

create index item_on_shelf on item (tenant_id, is_favourite desc, sort_order, lower(name), id) where not is_archived;
