-- Carts and their lines.

create table cart (
    tenant_id           text          not null references tenant (id),
    id                  text          not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    version             bigint        not null,
    patient_id          text          not null,
    creator_id          text,
    status              text          not null
        check (status in ('DRAFT', 'ABANDONED', 'ACCEPTED', 'REJECTED', 'CONVERTED', 'EXPIRED')),
    notes               text          check (length(notes) <= 10000),
    expires_date        timestamptz,
    discount_kind       text          not null check (discount_kind in ('NONE', 'FLAT', 'PERCENT')),
    discount_value      numeric(20, 4) not null,
    subtotal            bigint        not null check (subtotal between 0 and 9007199254740991),
    discount_amount     bigint        not null check (discount_amount between 0 and subtotal),
    tax_amount          bigint        not null check (tax_amount between 0 and 9007199254740991),
    total               bigint        not null check (total between 0 and 9007199254740991),
    converted_charge_id text,
    created_date        timestamptz   not null,
    updated_date        timestamptz   not null,
    archived_date       timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, creator_id) references provider (tenant_id, id),
    constraint cart_adds_up check (total = subtotal - discount_amount + tax_amount),
    constraint cart_has_one_discount check (
        (discount_kind = 'NONE' and discount_value = 0 and discount_amount = 0)
        or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
            and discount_amount = least(discount_value, subtotal))
        or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100)),
    constraint cart_names_its_charge check ((status = 'CONVERTED') = (converted_charge_id is not null))
);

-- Every list is newest first unless asked otherwise, and shows no archived carts.
create index cart_by_created on cart (tenant_id, created_date, id) where archived_date is null;
create index cart_by_updated on cart (tenant_id, updated_date, id) where archived_date is null;
create index cart_by_expiry on cart (tenant_id, expires_date, id) where archived_date is null;
create index cart_by_total on cart (tenant_id, total, id) where archived_date is null;
create index cart_by_status on cart (tenant_id, status, created_date, id) where archived_date is null;
create index cart_by_patient on cart (tenant_id, patient_id, created_date, id) where archived_date is null;
create index cart_by_creator on cart (tenant_id, creator_id, created_date, id) where archived_date is null;
-- What the minute's round looks for.
create index cart_to_expire on cart (tenant_id, expires_date)
    where archived_date is null and status in ('DRAFT', 'ABANDONED', 'ACCEPTED') and expires_date is not null;
create index cart_to_abandon on cart (tenant_id, updated_date)
    where archived_date is null and status in ('DRAFT', 'ABANDONED');
-- Search by parts of ids.
create index cart_search_ids on cart using gin (tenant_id, id gin_trgm_ops, patient_id gin_trgm_ops)
    where archived_date is null;

alter table cart enable row level security;
alter table cart force row level security;
create policy tenant_isolation on cart
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on cart for select to ${owner_role} using (true);
grant select, insert, update on cart to ${serving_role};

create table cart_line (
    tenant_id       text           not null references tenant (id),
    id              text           not null,
    cart_id         text           not null,
    position        integer        not null check (position between 0 and 499),
    item_id         text,
    package_id      text,
    name            text           not null,
    quantity        numeric(11, 4) not null check (quantity > 0 and quantity <= 1000000),
    unit_price      bigint         not null check (unit_price between 0 and 10000000000),
    price_source    text           not null check (price_source in ('EXPLICIT', 'CATALOG', 'TIER')),
    discount_kind   text           not null check (discount_kind in ('NONE', 'FLAT', 'PERCENT')),
    discount_value  numeric(20, 4) not null,
    gross           bigint         not null,
    discount_amount bigint         not null check (discount_amount between 0 and gross),
    total_price     bigint         not null check (total_price = gross - discount_amount),
    share           bigint         not null check (share between 0 and total_price),
    tax_amount      bigint         not null check (tax_amount >= 0),
    taxes           jsonb          not null,
    notes           text           check (length(notes) <= 10000),
    created_date    timestamptz    not null,
    updated_date    timestamptz    not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, cart_id) references cart (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, package_id) references package (tenant_id, id),
    constraint cart_line_names_one_product check (num_nonnulls(item_id, package_id) = 1),
    constraint cart_line_is_rounded check (gross = round(unit_price * quantity)),
    constraint cart_line_has_one_discount check (
        (discount_kind = 'NONE' and discount_value = 0 and discount_amount = 0)
        or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
            and discount_amount = least(discount_value, gross))
        or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100
            and discount_amount = round(gross * discount_value / 100)))
);
create index cart_line_of_cart on cart_line (tenant_id, cart_id, position);
create index cart_line_of_item on cart_line (tenant_id, item_id) where item_id is not null;
create index cart_line_of_package on cart_line (tenant_id, package_id) where package_id is not null;
create index cart_line_search_name on cart_line using gin (tenant_id, name gin_trgm_ops);

alter table cart_line enable row level security;
alter table cart_line force row level security;
create policy tenant_isolation on cart_line
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
create policy owner_reads on cart_line for select to ${owner_role} using (true);
grant select, insert, update, delete on cart_line to ${serving_role};

-- The status a cart has at a moment: overdue is overdue at once, whether or not it has been stored yet.
create function cart_status_at(status text, expires_date timestamptz, moment timestamptz) returns text
    language sql immutable parallel safe
    return case
        when status in ('DRAFT', 'ABANDONED', 'ACCEPTED') and expires_date <= moment then 'EXPIRED'
        else status
    end;
grant execute on function cart_status_at to ${serving_role};

-- A cart as it is served. Its lines keep the name they were added with, whatever the catalog says today.
create view cart_document with (security_invoker = true) as
select c.tenant_id,
       c.id,
       jsonb_build_object(
           'id', c.id,
           'patient', patient.document,
           'creator', creator.document,
           'status', c.status,
           'discountAmount', c.discount_amount,
           'discountPercentage', case c.discount_kind when 'PERCENT' then trim_scale(c.discount_value) else 0 end,
           'taxAmount', c.tax_amount,
           'total', c.total,
           'items', coalesce(lines.documents, '[]'::jsonb),
           'quotes', '[]'::jsonb,
           'createdDate', rfc3339(c.created_date),
           'updatedDate', rfc3339(c.updated_date),
           'expiresDate', rfc3339(c.expires_date),
           'notes', c.notes,
           'convertedChargeId', c.converted_charge_id,
           'subtotal', c.subtotal) as document
from cart c
    join patient_document patient on patient.tenant_id = c.tenant_id and patient.id = c.patient_id
    left join provider_tiny creator on creator.tenant_id = c.tenant_id and creator.id = c.creator_id
    left join lateral (
        select jsonb_agg(
                   jsonb_build_object(
                       'id', l.id,
                       'cartId', l.cart_id,
                       'itemId', l.item_id,
                       'packageId', l.package_id,
                       'quantity', trim_scale(l.quantity),
                       'unitPrice', l.unit_price,
                       'discountAmount', l.discount_amount,
                       'discountPercentage',
                           case l.discount_kind when 'PERCENT' then trim_scale(l.discount_value) else 0 end,
                       'taxAmount', l.tax_amount,
                       'totalPrice', l.total_price,
                       'notes', l.notes,
                       'item', item.document || jsonb_build_object('name', l.name),
                       'package', package.document || jsonb_build_object('name', l.name),
                       'createdDate', rfc3339(l.created_date),
                       'updatedDate', rfc3339(l.updated_date))
                   order by l.position) as documents
        from cart_line l
            left join item_tiny item on item.tenant_id = l.tenant_id and item.id = l.item_id
            left join package_tiny package on package.tenant_id = l.tenant_id and package.id = l.package_id
        where l.tenant_id = c.tenant_id and l.cart_id = c.id
    ) lines on true
where c.archived_date is null;
grant select on cart_document to ${serving_role};

-- Carts that a word leads to, with what they are filtered and sorted by. Runs as the owner, because the operators that
-- search text are not leakproof and would lose their indexes under a policy; it therefore looks at the tenant itself.
-- Each call is planned for its own word: one that nearly every cart has wants another plan than one that few have. Words
-- of one or two letters have no trigram, so for them the carts are read through once instead.
create function cart_search(term text)
    returns table (id text, patient_id text, creator_id text, status text, created_date timestamptz,
                   updated_date timestamptz, expires_date timestamptz, total bigint)
    language plpgsql stable security definer set search_path = public, pg_temp
as $body$
declare
    tenant  text := current_setting('cartwright.tenant', true);
    pattern text := '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    if length(term) < 3 then
        return query execute $query$
            select c.id, c.patient_id, c.creator_id, c.status, c.created_date, c.updated_date, c.expires_date, c.total
            from cart c
            where c.tenant_id = $1 and c.archived_date is null
              and (c.id ilike $2
                   or c.patient_id ilike $2
                   or c.patient_id in (select found from patient_search($3) as found)
                   or c.creator_id in (select found from provider_search($3) as found)
                   or c.id in (select l.cart_id from cart_line l where l.tenant_id = $1 and l.name ilike $2))
        $query$ using tenant, pattern, term;
    else
        return query execute $query$
            with found as (
                select c.id from cart c
                where c.tenant_id = $1 and c.archived_date is null and c.id ilike $2
                union
                select c.id from cart c
                where c.tenant_id = $1 and c.archived_date is null and c.patient_id ilike $2
                union
                select l.cart_id from cart_line l
                where l.tenant_id = $1 and l.name ilike $2
                union
                select c.id from cart c
                where c.tenant_id = $1 and c.archived_date is null
                  and c.patient_id in (select found from patient_search($3) as found)
                union
                select c.id from cart c
                where c.tenant_id = $1 and c.archived_date is null
                  and c.creator_id in (select found from provider_search($3) as found)
            )
            select c.id, c.patient_id, c.creator_id, c.status, c.created_date, c.updated_date, c.expires_date, c.total
            from found join cart c on c.tenant_id = $1 and c.id = found.id
            where c.archived_date is null
        $query$ using tenant, pattern, term;
    end if;
end
$body$;
revoke execute on function cart_search from public;
grant execute on function cart_search to ${serving_role};
