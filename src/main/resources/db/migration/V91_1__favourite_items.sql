-- Which items stand first before somebody who sells: managers say so.

alter table item add column is_favourite boolean not null default false;
