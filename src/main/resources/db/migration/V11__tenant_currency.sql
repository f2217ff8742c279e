-- In which currency and spelling a clinic's patients read amounts.
alter table tenant
    add column currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$'),
    add column locale   text not null default 'en-US'
        check (locale ~ '^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$' and length(locale) <= 35);
