-- What a key is for, in the words of whoever made it at the console.
alter table api_key add column name text check (length(name) between 1 and 100);
