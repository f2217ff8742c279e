-- The limits that the operator has set for a clinic alone; where there is none, those of each instance hold. 0 is no limit.

alter table tenant
    add column limit_requests_per_second bigint check (limit_requests_per_second between 0 and 1000000),
    add column limit_burst               bigint check (limit_burst between 0 and 1000000),
    add column limit_in_flight           integer check (limit_in_flight between 0 and 100000);

grant update (limit_requests_per_second, limit_burst, limit_in_flight) on tenant to ${serving_role};
