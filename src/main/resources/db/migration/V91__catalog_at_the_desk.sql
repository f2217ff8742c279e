-- What a clinic sells, as its staff look it up: in the clinic's order, and from one category to the next.

create index item_in_order on item (tenant_id, is_archived, sort_order, lower(name), name, id);
create index item_category on item (tenant_id, category) where not is_archived and category is not null;
create index package_in_order on package (tenant_id, lower(name), name, id) where not is_archived;
