-- Quotes: what a cart was when it was offered to the patient, the patient's way in, and what was answered.

create table quote (
    tenant_id                     text           not null references tenant (id),
    id                            text           not null check (id ~ '^[A-Za-z0-9._-]{1,64}$'),
    version                       bigint         not null,
    cart_id                       text           not null,
    patient_id                    text           not null,
    creator_id                    text,
    status                        text           not null
        check (status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'CONVERTED')),
    title                         text           check (length(title) <= 255),
    description                   text           check (length(description) <= 10000),
    terms                         text           check (length(terms) <= 50000),
    internal_notes                text           check (length(internal_notes) <= 10000),
    requires_patient_verification boolean        not null,
    valid_until_date              timestamptz,
    discount_kind                 text           not null check (discount_kind in ('NONE', 'FLAT', 'PERCENT')),
    discount_value                numeric(20, 4) not null,
    subtotal                      bigint         not null check (subtotal between 0 and 9007199254740991),
    discount_amount               bigint         not null check (discount_amount between 0 and subtotal),
    tax_amount                    bigint         not null check (tax_amount between 0 and 9007199254740991),
    total                         bigint         not null check (total between 0 and 9007199254740991),
    supersedes_id                 text,
    converted_charge_id           text,
    scheduled_date                timestamptz,
    scheduled_method              text           check (scheduled_method in ('EMAIL', 'SMS')),
    scheduled_message             text           check (length(scheduled_message) <= 2000),
    answer                        text           check (answer in ('ACCEPTED', 'DECLINED')),
    answer_message                text           check (length(answer_message) <= 10000),
    preferred_payment_method_id   text           check (length(preferred_payment_method_id) <= 255),
    created_date                  timestamptz    not null,
    updated_date                  timestamptz    not null,
    sent_date                     timestamptz,
    viewed_date                   timestamptz,
    responded_date                timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, cart_id) references cart (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, creator_id) references provider (tenant_id, id),
    -- A revision is for the same patient: the old one's link leads to it.
    unique (tenant_id, id, patient_id),
    foreign key (tenant_id, supersedes_id, patient_id) references quote (tenant_id, id, patient_id),
    constraint quote_adds_up check (total = subtotal - discount_amount + tax_amount),
    constraint quote_has_one_discount check (
        (discount_kind = 'NONE' and discount_value = 0 and discount_amount = 0)
        or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
            and discount_amount = least(discount_value, subtotal))
        or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100)),
    constraint quote_names_its_charge check ((status = 'CONVERTED') = (converted_charge_id is not null)),
    constraint quote_was_sent check (status not in ('SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'CONVERTED')
        or sent_date is not null),
    constraint quote_was_answered check (
        (answer is null) = (responded_date is null)
        and (status not in ('ACCEPTED', 'CONVERTED') or answer = 'ACCEPTED')
        and (status <> 'DECLINED' or answer = 'DECLINED')
        and (status not in ('DRAFT', 'SENT', 'VIEWED') or answer is null)),
    constraint quote_is_scheduled_whole check ((scheduled_date is null) = (scheduled_method is null))
);

-- A cart has one quote at a time that the patient has in hand or has accepted.
create unique index quote_holds_cart on quote (tenant_id, cart_id) where status in ('SENT', 'VIEWED', 'ACCEPTED');
create index quote_by_created on quote (tenant_id, created_date, id);
create index quote_by_status on quote (tenant_id, status, created_date, id);
create index quote_by_cart on quote (tenant_id, cart_id, created_date, id);
create index quote_by_patient on quote (tenant_id, patient_id, created_date, id);
create index quote_by_creator on quote (tenant_id, creator_id, created_date, id);
create index quote_by_superseded on quote (tenant_id, supersedes_id) where supersedes_id is not null;
-- What the minute's round looks for.
create index quote_to_expire on quote (tenant_id, valid_until_date)
    where status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and valid_until_date is not null;
create index quote_to_send on quote (tenant_id, scheduled_date) where scheduled_date is not null;

alter table quote enable row level security;
alter table quote force row level security;
create policy tenant_isolation on quote
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update on quote to ${serving_role};

-- A line has the id of the cart's line it was copied from, so ids are a quote's own.
create table quote_line (
    tenant_id       text           not null references tenant (id),
    quote_id        text           not null,
    id              text           not null,
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
    description     text           check (length(description) <= 10000),
    created_date    timestamptz    not null,
    updated_date    timestamptz    not null,
    primary key (tenant_id, quote_id, id),
    foreign key (tenant_id, quote_id) references quote (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, package_id) references package (tenant_id, id),
    constraint quote_line_names_one_product check (num_nonnulls(item_id, package_id) = 1),
    constraint quote_line_is_rounded check (gross = round(unit_price * quantity)),
    constraint quote_line_has_one_discount check (
        (discount_kind = 'NONE' and discount_value = 0 and discount_amount = 0)
        or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
            and discount_amount = least(discount_value, gross))
        or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100
            and discount_amount = round(gross * discount_value / 100)))
);
create index quote_line_of_item on quote_line (tenant_id, item_id) where item_id is not null;
create index quote_line_of_package on quote_line (tenant_id, package_id) where package_id is not null;

alter table quote_line enable row level security;
alter table quote_line force row level security;
create policy tenant_isolation on quote_line
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update, delete on quote_line to ${serving_role};

-- A way in for the patient. The secret of the link is not here, only its hash.
create table quote_link (
    tenant_id    text        not null references tenant (id),
    id           text        not null,
    quote_id     text        not null,
    token_hash   bytea       not null check (length(token_hash) = 32),
    tries        integer     not null default 0 check (tries between 0 and 5),
    created_date timestamptz not null,
    opened_date  timestamptz,
    ended_date   timestamptz,
    primary key (tenant_id, id),
    constraint quote_link_token unique (tenant_id, token_hash),
    foreign key (tenant_id, quote_id) references quote (tenant_id, id)
);
create index quote_link_of_quote on quote_link (tenant_id, quote_id, created_date);

alter table quote_link enable row level security;
alter table quote_link force row level security;
create policy tenant_isolation on quote_link
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert, update (tries, opened_date, ended_date) on quote_link to ${serving_role};

-- What happened to a quote, in order. Nothing in it is ever changed.
create table quote_event (
    tenant_id     text        not null references tenant (id),
    id            text        not null,
    quote_id      text        not null,
    type          text        not null check (type in ('CREATED', 'SCHEDULED', 'SENT', 'DELIVERED', 'FAILED', 'OPENED',
        'VERIFIED', 'LOCKED', 'VIEWED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REPLACED', 'EXPIRED', 'CONVERTED')),
    actor         text        not null check (actor in ('CLINIC', 'PATIENT', 'SERVICE')),
    detail        text,
    happened_date timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, quote_id) references quote (tenant_id, id)
);
create index quote_event_of_quote on quote_event (tenant_id, quote_id, id);

alter table quote_event enable row level security;
alter table quote_event force row level security;
create policy tenant_isolation on quote_event
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on quote_event to ${serving_role};

-- The evidence of an acceptance: what was shown, and how it was accepted. Nobody changes it, not even the owner.
create table quote_acceptance (
    tenant_id       text        not null references tenant (id),
    quote_id        text        not null,
    content         text        not null,
    sha256          bytea       not null check (sha256 = sha256(convert_to(content, 'UTF8'))),
    verification    text        not null check (verification in ('DATE_OF_BIRTH', 'PHONE_ENDING', 'NONE', 'API_KEY')),
    network_address text,
    user_agent      text,
    accepted_date   timestamptz not null,
    primary key (tenant_id, quote_id),
    foreign key (tenant_id, quote_id) references quote (tenant_id, id)
);

create function refuse_to_rewrite() returns trigger
    language plpgsql
as $body$
begin
    raise exception 'what is kept as evidence is not changed';
end
$body$;
create trigger quote_acceptance_stays before update or delete on quote_acceptance
    for each row execute function refuse_to_rewrite();
create trigger quote_acceptances_stay before truncate on quote_acceptance
    for each statement execute function refuse_to_rewrite();

alter table quote_acceptance enable row level security;
alter table quote_acceptance force row level security;
create policy tenant_isolation on quote_acceptance
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on quote_acceptance to ${serving_role};

-- The cart is told which quote holds it, and until when: from then on the quote's validity counts, not its own expiry.
alter table cart
    add column quote_id text,
    add column quote_valid_until timestamptz,
    add column lapse_date timestamptz generated always as (
        case when quote_id is null then expires_date else quote_valid_until end) stored,
    add foreign key (tenant_id, quote_id) references quote (tenant_id, id),
    add constraint cart_is_held_while_it_can_be check (quote_id is null or status in ('DRAFT', 'ACCEPTED')),
    add constraint cart_was_accepted_through_its_quote check (status <> 'ACCEPTED' or quote_id is not null),
    add constraint cart_is_held_until_when check (quote_id is not null or quote_valid_until is null);
create index cart_of_quote on cart (tenant_id, quote_id) where quote_id is not null;
drop index cart_to_expire;
create index cart_to_expire on cart (tenant_id, lapse_date)
    where archived_date is null and status in ('DRAFT', 'ABANDONED', 'ACCEPTED') and lapse_date is not null;

-- Whether a quote of a cart is being prepared at a moment: if so, another one that runs out then does not take the cart
-- along.
create function cart_has_draft_quote(tenant text, cart text, moment timestamptz) returns boolean
    language sql stable parallel safe
    return exists (
        select from quote q
        where q.tenant_id = tenant and q.cart_id = cart and q.status = 'DRAFT'
          and (q.valid_until_date is null or q.valid_until_date > moment));
grant execute on function cart_has_draft_quote to ${serving_role};

-- The status a cart has at a moment: overdue is overdue at once, whether or not it has been stored yet. While a quote
-- holds the cart, the quote's validity decides; when that ends, the cart goes with it unless another is being prepared.
create function cart_status_at(status text, expires_date timestamptz, quote_id text, quote_valid_until timestamptz,
                               draft_quote boolean, moment timestamptz) returns text
    language sql immutable parallel safe
    return case
        when status not in ('DRAFT', 'ABANDONED', 'ACCEPTED') then status
        when quote_id is not null and (quote_valid_until is null or quote_valid_until > moment) then status
        when quote_id is not null and (status = 'ACCEPTED' or not draft_quote) then 'EXPIRED'
        when expires_date <= moment then 'EXPIRED'
        else status
    end;
grant execute on function cart_status_at(text, timestamptz, text, timestamptz, boolean, timestamptz) to ${serving_role};

create function quote_status_at(status text, valid_until_date timestamptz, moment timestamptz) returns text
    language sql immutable parallel safe
    return case
        when status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED') and valid_until_date <= moment then 'EXPIRED'
        else status
    end;
grant execute on function quote_status_at to ${serving_role};

-- A quote in short, as lists and carts serve it.
create view quote_summary with (security_invoker = true) as
select q.tenant_id,
       q.id,
       q.cart_id,
       q.created_date,
       jsonb_build_object(
           'id', q.id,
           'patientId', q.patient_id,
           'creatorId', q.creator_id,
           'cartId', q.cart_id,
           'status', quote_status_at(q.status, q.valid_until_date, cartwright_now()),
           'title', q.title,
           'discountAmount', q.discount_amount,
           'discountPercentage', case q.discount_kind when 'PERCENT' then trim_scale(q.discount_value) else 0 end,
           'taxAmount', q.tax_amount,
           'total', q.total,
           'itemCount', counts.items,
           'packageCount', counts.packages,
           'createdDate', rfc3339(q.created_date),
           'updatedDate', rfc3339(q.updated_date),
           'validUntilDate', rfc3339(q.valid_until_date),
           'sentDate', rfc3339(q.sent_date),
           'viewedDate', rfc3339(q.viewed_date),
           'respondedDate', rfc3339(q.responded_date),
           'internalNotes', q.internal_notes,
           'creator', creator.document,
           'patient', patient.document) as document
from quote q
    join patient_document patient on patient.tenant_id = q.tenant_id and patient.id = q.patient_id
    left join provider_tiny creator on creator.tenant_id = q.tenant_id and creator.id = q.creator_id
    left join lateral (
        select count(l.item_id) as items, count(l.package_id) as packages
        from quote_line l
        where l.tenant_id = q.tenant_id and l.quote_id = q.id
    ) counts on true;
grant select on quote_summary to ${serving_role};

-- A quote with everything in it. Its lines keep the name they were added with, whatever the catalog says today.
create view quote_document with (security_invoker = true) as
select q.tenant_id,
       q.id,
       summary.document || jsonb_build_object(
           'description', q.description,
           'terms', q.terms,
           'items', coalesce(lines.documents, '[]'::jsonb),
           'convertedChargeId', q.converted_charge_id,
           'subtotal', q.subtotal) as document
from quote q
    join quote_summary summary on summary.tenant_id = q.tenant_id and summary.id = q.id
    left join lateral (
        select jsonb_agg(
                   jsonb_build_object(
                       'quoteId', l.quote_id,
                       'itemId', l.item_id,
                       'packageId', l.package_id,
                       'quantity', trim_scale(l.quantity),
                       'unitPrice', l.unit_price,
                       'discountAmount', l.discount_amount,
                       'discountPercentage',
                           case l.discount_kind when 'PERCENT' then trim_scale(l.discount_value) else 0 end,
                       'taxAmount', l.tax_amount,
                       'totalPrice', l.total_price,
                       'description', l.description,
                       'item', item.document || jsonb_build_object('name', l.name),
                       'package', package.document || jsonb_build_object('name', l.name),
                       'createdDate', rfc3339(l.created_date),
                       'updatedDate', rfc3339(l.updated_date))
                   order by l.position) as documents
        from quote_line l
            left join item_tiny item on item.tenant_id = l.tenant_id and item.id = l.item_id
            left join package_tiny package on package.tenant_id = l.tenant_id and package.id = l.package_id
        where l.tenant_id = q.tenant_id and l.quote_id = q.id
    ) lines on true;
grant select on quote_document to ${serving_role};

-- The cart's document, now with its quotes, newest first, and with its status as it stands.
create or replace view cart_document with (security_invoker = true) as
select c.tenant_id,
       c.id,
       jsonb_build_object(
           'id', c.id,
           'patient', patient.document,
           'creator', creator.document,
           'status', cart_status_at(c.status, c.expires_date, c.quote_id, c.quote_valid_until,
                                    cart_has_draft_quote(c.tenant_id, c.id, c.quote_valid_until),
                                    cartwright_now()),
           'discountAmount', c.discount_amount,
           'discountPercentage', case c.discount_kind when 'PERCENT' then trim_scale(c.discount_value) else 0 end,
           'taxAmount', c.tax_amount,
           'total', c.total,
           'items', coalesce(lines.documents, '[]'::jsonb),
           'quotes', coalesce(quotes.documents, '[]'::jsonb),
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
    left join lateral (
        select jsonb_agg(q.document order by q.created_date desc, q.id desc) as documents
        from quote_summary q
        where q.tenant_id = c.tenant_id and q.cart_id = c.id
    ) quotes on true
where c.archived_date is null;
drop function cart_status_at(text, timestamptz, timestamptz);

-- As before, and with what decides about the status.
drop function cart_search;
create function cart_search(term text)
    returns table (id text, patient_id text, creator_id text, status text, created_date timestamptz,
                   updated_date timestamptz, expires_date timestamptz, total bigint, quote_id text,
                   quote_valid_until timestamptz, lapse_date timestamptz)
    language plpgsql stable security definer set search_path = public, pg_temp
as $body$
declare
    tenant  text := current_setting('cartwright.tenant', true);
    pattern text := '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%';
begin
    if length(term) < 3 then
        return query execute $query$
            select c.id, c.patient_id, c.creator_id, c.status, c.created_date, c.updated_date, c.expires_date, c.total,
                   c.quote_id, c.quote_valid_until, c.lapse_date
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
            select c.id, c.patient_id, c.creator_id, c.status, c.created_date, c.updated_date, c.expires_date, c.total,
                   c.quote_id, c.quote_valid_until, c.lapse_date
            from found join cart c on c.tenant_id = $1 and c.id = found.id
            where c.archived_date is null
        $query$ using tenant, pattern, term;
    end if;
end
$body$;
revoke execute on function cart_search from public;
grant execute on function cart_search to ${serving_role};
