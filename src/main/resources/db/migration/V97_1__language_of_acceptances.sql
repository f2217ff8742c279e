-- In which language the page was on which a quote was accepted: the house's own words on it (quantity, validity, what
-- accepting means) are no part of the content. Nothing is known where there was no such page, or before this.
alter table quote_acceptance
    add column language text check (language ~ '^[a-z]{2,8}$');
