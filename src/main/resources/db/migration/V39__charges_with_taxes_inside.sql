-- Whether the taxes on a charge come on top of its items' prices or are inside.
alter table charge
    add column tax_mode text not null default 'EXCLUSIVE' check (tax_mode in ('EXCLUSIVE', 'INCLUSIVE'));
