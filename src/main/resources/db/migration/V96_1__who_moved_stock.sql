-- A movement that somebody of the staff wrote down at the console tells who, as one made with a key tells which.
alter table stock_movement add column provider_id text check (length(provider_id) <= 64);
