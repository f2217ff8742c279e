-- Charges, what is on them, and the money that came in and went back.
--
-- A charge's row never changes once it is there. Whether it is paid, and what is still owed, follows from its payments
-- and refunds in their order and is stored nowhere apart from them: see charge_balance.

create table charge (
    tenant_id    text        not null references tenant (id),
    id           text        not null,
    patient_id   text        not null,
    creator_id   text,
    description  text        check (length(description) <= 10000),
    external_id  text        check (length(external_id) between 1 and 255),
    location_id  text        check (length(location_id) <= 255),
    event_id     text        check (length(event_id) <= 255),
    source_kind  text        not null check (source_kind in ('CART', 'QUOTE')),
    source_id    text        not null,
    total        bigint      not null check (total between 0 and 9007199254740991),
    created_date timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, patient_id) references patient (tenant_id, id),
    foreign key (tenant_id, creator_id) references provider (tenant_id, id),
    -- Nothing is ever charged twice.
    constraint charge_source unique (tenant_id, source_kind, source_id)
);
create unique index charge_external_id on charge (tenant_id, external_id) where external_id is not null;
create index charge_by_created on charge (tenant_id, created_date, id);
create index charge_by_patient on charge (tenant_id, patient_id, created_date, id);

alter table charge enable row level security;
alter table charge force row level security;
create policy tenant_isolation on charge
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on charge to ${serving_role};
-- Nothing updates a charge; but a row can only be locked by one who may update something of it.
grant update (id) on charge to ${serving_role};

create table charge_item (
    tenant_id       text    not null,
    id              text    not null,
    charge_id       text    not null,
    position        integer not null check (position between 0 and 499),
    item_id         text,
    package_id      text,
    name            text    not null check (length(name) between 1 and 300),
    quantity        integer not null check (quantity between 1 and 1000000),
    price           bigint  not null check (price between 0 and 9007199254740991),
    discount_amount bigint  not null check (discount_amount between 0 and price * quantity),
    tax_amount      bigint  not null check (tax_amount between 0 and 9007199254740991),
    taxes           jsonb   not null check (jsonb_typeof(taxes) = 'array'),
    primary key (tenant_id, id),
    unique (tenant_id, charge_id, position),
    foreign key (tenant_id, charge_id) references charge (tenant_id, id),
    foreign key (tenant_id, item_id) references item (tenant_id, id),
    foreign key (tenant_id, package_id) references package (tenant_id, id),
    constraint charge_item_sells_one_product check (num_nonnulls(item_id, package_id) = 1)
);
create index charge_item_of_item on charge_item (tenant_id, item_id) where item_id is not null;
create index charge_item_of_package on charge_item (tenant_id, package_id) where package_id is not null;

alter table charge_item enable row level security;
alter table charge_item force row level security;
create policy tenant_isolation on charge_item
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on charge_item to ${serving_role};

-- Payments and refunds of a charge are counted through together, in the order in which they happened; the numbers are
-- given under the lock on the charge. Rows are never changed: a mistake is undone by another row.

create table payment (
    tenant_id    text        not null,
    id           text        not null,
    charge_id    text        not null,
    sequence     integer     not null check (sequence > 0),
    medium       text        not null check (medium ~ '^[A-Z][A-Z_]{0,63}$'),
    amount       bigint      not null check (amount between 1 and 9007199254740991),
    created_date timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, charge_id, sequence),
    -- What refunds refer to, so that a refund cannot name another charge than its payment's.
    unique (tenant_id, id, charge_id),
    foreign key (tenant_id, charge_id) references charge (tenant_id, id)
);
alter table payment enable row level security;
alter table payment force row level security;
create policy tenant_isolation on payment
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on payment to ${serving_role};

create table refund (
    tenant_id    text        not null,
    id           text        not null,
    payment_id   text        not null,
    charge_id    text        not null,
    sequence     integer     not null check (sequence > 0),
    amount       bigint      not null check (amount between 1 and 9007199254740991),
    reason       text        not null check (reason in ('DUPLICATE', 'DISPUTE', 'BOOKING_FEE', 'OTHER')),
    provider_id  text        not null,
    description  text        check (length(description) <= 10000),
    location_id  text        check (length(location_id) <= 255),
    created_date timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, charge_id, sequence),
    foreign key (tenant_id, payment_id, charge_id) references payment (tenant_id, id, charge_id),
    foreign key (tenant_id, provider_id) references provider (tenant_id, id)
);
create index refund_of_payment on refund (tenant_id, payment_id);
alter table refund enable row level security;
alter table refund force row level security;
create policy tenant_isolation on refund
    using (tenant_id = current_setting('cartwright.tenant', true))
    with check (tenant_id = current_setting('cartwright.tenant', true));
grant select, insert on refund to ${serving_role};

-- A cart that says it became a charge became one that is there.
alter table cart add constraint cart_became_a_charge
    foreign key (tenant_id, converted_charge_id) references charge (tenant_id, id);

-- The ledger of a charge.
create view charge_entry with (security_invoker = true) as
select tenant_id, charge_id, sequence, amount as paid, 0::bigint as refunded from payment
union all
select tenant_id, charge_id, sequence, 0, amount from refund;
grant select on charge_entry to ${serving_role};

-- How a charge stands. It is settled from the moment its payments less refunds reach the total, and one of 0 at once;
-- from then on nothing is owed any more, whatever is given back. Until then a refund reopens what it gave back.
create view charge_balance with (security_invoker = true) as
select c.tenant_id,
       c.id,
       c.total,
       case when money.settled then 0 else c.total - money.paid + money.refunded end as outstanding,
       case
           when not money.settled then 'OUTSTANDING'
           when money.refunded > 0 and money.refunded = money.paid then 'REFUNDED'
           else 'PAID'
       end as status,
       money.entries
  from charge c
 cross join lateral (
     select coalesce(sum(so_far.paid), 0)::bigint as paid,
            coalesce(sum(so_far.refunded), 0)::bigint as refunded,
            count(*)::integer as entries,
            coalesce(max(so_far.kept), 0) >= c.total as settled
       from (select e.paid, e.refunded, sum(e.paid - e.refunded) over (order by e.sequence) as kept
               from charge_entry e
              where e.tenant_id = c.tenant_id and e.charge_id = c.id) so_far
 ) money;
grant select on charge_balance to ${serving_role};

-- The documents that are served. What belongs to products beside this one is null or empty.

create view refund_document with (security_invoker = true) as
select r.tenant_id,
       r.id,
       r.payment_id,
       r.sequence,
       jsonb_build_object(
           'id', r.id,
           'paymentId', r.payment_id,
           'amount', r.amount,
           'reason', r.reason,
           'createdDate', rfc3339(r.created_date),
           'status', 'SUCCEEDED',
           'rainforestRefundId', null,
           'fee', 0) as document
  from refund r;
grant select on refund_document to ${serving_role};

create view payment_summary with (security_invoker = true) as
select p.tenant_id,
       p.id,
       p.charge_id,
       p.sequence,
       p.amount,
       p.created_date,
       jsonb_build_object(
           'id', p.id,
           'patientId', c.patient_id,
           'payinId', null,
           'amount', p.amount,
           'status', 'SUCCEEDED',
           'currency', 'USD',
           'payinConfigId', null,
           'paymentMedium', p.medium,
           'paymentMethodId', null,
           'stripePaymentIntentId', null,
           'failedReason', null,
           'updatedDate', null,
           'createdDate', rfc3339(p.created_date),
           'fee', 0,
           'feeToPatient', 0) as document
  from payment p
  join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id;
grant select on payment_summary to ${serving_role};

create view payment_document with (security_invoker = true) as
select p.tenant_id,
       p.id,
       p.charge_id,
       p.sequence,
       p.amount,
       p.created_date,
       p.document || jsonb_build_object(
           'paymentMethod', null,
           'refunds', coalesce(
               (select jsonb_agg(r.document order by r.sequence)
                  from refund_document r
                 where r.tenant_id = p.tenant_id and r.payment_id = p.id),
               '[]'::jsonb)) as document
  from payment_summary p;
grant select on payment_document to ${serving_role};

create view charge_item_summary with (security_invoker = true) as
select i.tenant_id,
       i.id,
       i.charge_id,
       i.item_id,
       i.position,
       i.name,
       jsonb_build_object(
           'id', i.id,
           'itemId', i.item_id,
           'chargeId', i.charge_id,
           'name', i.name,
           'description', null,
           'quantity', i.quantity,
           'discountAmount', i.discount_amount,
           'discountPercentage', 0,
           'discountReason', null,
           'price', i.price,
           'soldPackageId', null,
           'bankedQuantity', null,
           'bankedItemId', null,
           'issuedDiscountId', null,
           'soldByProviderId', null,
           'taxAmount', i.tax_amount,
           'pricingId', null,
           'shipmentIds', null) as document
  from charge_item i;
grant select on charge_item_summary to ${serving_role};

-- With the item of the catalog, under the name it was sold under.
create view charge_item_document with (security_invoker = true) as
select i.tenant_id,
       i.id,
       i.charge_id,
       i.position,
       i.document || jsonb_build_object(
           'item', item.document || jsonb_build_object('name', i.name),
           'locationId', c.location_id,
           'locationName', null,
           'saleDate', rfc3339(c.created_date)) as document
  from charge_item_summary i
  join charge c on c.tenant_id = i.tenant_id and c.id = i.charge_id
  left join item_tiny item on item.tenant_id = i.tenant_id and item.id = i.item_id;
grant select on charge_item_document to ${serving_role};

-- A charge but for its items, which are shown in two ways.
create view charge_head with (security_invoker = true) as
select c.tenant_id,
       c.id,
       c.patient_id,
       c.created_date,
       balance.status,
       jsonb_build_object(
           'id', c.id,
           'patientId', c.patient_id,
           'patient', patient.document,
           'total', c.total,
           'totalOutstanding', balance.outstanding,
           'description', c.description,
           'status', balance.status,
           'discountAmount', 0,
           'discountPercentage', 0,
           'externalId', c.external_id,
           'externalCreatedDate', null,
           'ruleSetId', null,
           'createdDate', rfc3339(c.created_date),
           'creatorId', c.creator_id,
           'tips', '[]'::jsonb,
           'locationId', c.location_id,
           'eventId', c.event_id,
           'memberId', null,
           'comment', null,
           'meta', null,
           'merchantAccountId', null,
           'payments', coalesce(
               (select jsonb_agg(
                           jsonb_build_object(
                               'paymentId', p.id,
                               'amount', p.amount,
                               'createdDate', rfc3339(p.created_date),
                               'chargeId', p.charge_id,
                               'payment', p.document)
                           order by p.sequence)
                  from payment_document p
                 where p.tenant_id = c.tenant_id and p.charge_id = c.id),
               '[]'::jsonb),
           'adjustments', '[]'::jsonb) as document
  from charge c
  join charge_balance balance on balance.tenant_id = c.tenant_id and balance.id = c.id
  join patient_document patient on patient.tenant_id = c.tenant_id and patient.id = c.patient_id;
grant select on charge_head to ${serving_role};

create view charge_summary with (security_invoker = true) as
select c.tenant_id,
       c.id,
       c.document || jsonb_build_object(
           'items', coalesce(
               (select jsonb_agg(i.document order by i.position)
                  from charge_item_summary i
                 where i.tenant_id = c.tenant_id and i.charge_id = c.id),
               '[]'::jsonb)) as document
  from charge_head c;
grant select on charge_summary to ${serving_role};

create view charge_document with (security_invoker = true) as
select c.tenant_id,
       c.id,
       c.patient_id,
       c.status,
       c.created_date,
       c.document || jsonb_build_object(
           'items', coalesce(
               (select jsonb_agg(i.document order by i.position)
                  from charge_item_document i
                 where i.tenant_id = c.tenant_id and i.charge_id = c.id),
               '[]'::jsonb)) as document
  from charge_head c;
grant select on charge_document to ${serving_role};

-- What happened to a charge, one row for each thing; the charge itself comes first.
create view charge_timeline with (security_invoker = true) as
select c.tenant_id,
       c.id as charge_id,
       null::text as payment_id,
       0 as sequence,
       jsonb_build_object(
           'id', c.id,
           'type', 'CHARGE',
           'amount', c.total,
           'date', rfc3339(c.created_date),
           'paymentMethod', null,
           'paymentMedium', null,
           'status', balance.status,
           'comment', null,
           'description', c.description,
           'refundReason', null,
           'items', (select jsonb_agg(i.document order by i.position)
                       from charge_item_document i
                      where i.tenant_id = c.tenant_id and i.charge_id = c.id),
           'discountAmount', 0,
           'creator', creator.document,
           'feeToPatient', null,
           'tips', '[]'::jsonb) as document
  from charge c
  join charge_balance balance on balance.tenant_id = c.tenant_id and balance.id = c.id
  left join provider_user_tiny creator on creator.tenant_id = c.tenant_id and creator.id = c.creator_id
union all
select p.tenant_id,
       p.charge_id,
       p.id,
       p.sequence,
       jsonb_build_object(
           'id', p.id,
           'type', 'PAYMENT',
           'amount', p.amount,
           'date', rfc3339(p.created_date),
           'paymentMethod', null,
           'paymentMedium', p.medium,
           'status', 'SUCCEEDED',
           'comment', null,
           'description', null,
           'refundReason', null,
           'items', null,
           'discountAmount', null,
           'creator', null,
           'feeToPatient', 0,
           'tips', null)
  from payment p
union all
select r.tenant_id,
       r.charge_id,
       r.payment_id,
       r.sequence,
       jsonb_build_object(
           'id', r.id,
           'type', 'REFUND',
           'amount', r.amount,
           'date', rfc3339(r.created_date),
           'paymentMethod', null,
           'paymentMedium', p.medium,
           'status', 'SUCCEEDED',
           'comment', null,
           'description', r.description,
           'refundReason', r.reason,
           'items', null,
           'discountAmount', null,
           'creator', creator.document,
           'feeToPatient', null,
           'tips', null)
  from refund r
  join payment p on p.tenant_id = r.tenant_id and p.id = r.payment_id
  left join provider_user_tiny creator on creator.tenant_id = r.tenant_id and creator.id = r.provider_id;
grant select on charge_timeline to ${serving_role};

-- All there is to say on the receipt of a payment.
create view receipt_document with (security_invoker = true) as
select p.tenant_id,
       p.id,
       jsonb_build_object(
           'clinic', jsonb_build_object(
               'name', clinic.name,
               'logoUrl', clinic.logo_url,
               'homePage', clinic.home_page,
               'phoneNumber', clinic.phone_number,
               'text', clinic.invoice_text,
               'timeZone', clinic.time_zone),
           'patient', jsonb_build_object(
               'id', c.patient_id,
               'firstName', patient.document -> 'firstName',
               'lastName', patient.document -> 'lastName',
               'preferredName', patient.document -> 'preferredName'),
           'payment', payment.document,
           'charge', jsonb_build_object(
               'id', c.id,
               'description', c.description,
               'externalId', c.external_id,
               'total', c.total,
               'totalOutstanding', balance.outstanding,
               'status', balance.status,
               'createdDate', rfc3339(c.created_date)),
           'lines', coalesce(
               (select jsonb_agg(
                           jsonb_build_object(
                               'itemId', i.item_id,
                               'name', i.name,
                               'description', coalesce(
                                   item.document -> 'description', package.document -> 'description'),
                               'type', coalesce(item.document -> 'type', to_jsonb('PACKAGE'::text)),
                               'unit', item.document -> 'unit',
                               'quantity', i.quantity,
                               'price', i.price,
                               'discountAmount', i.discount_amount,
                               'taxAmount', i.tax_amount,
                               'taxes', i.taxes)
                           order by i.position)
                  from charge_item i
                  left join item_tiny item on item.tenant_id = i.tenant_id and item.id = i.item_id
                  left join package_tiny package
                         on package.tenant_id = i.tenant_id and package.id = i.package_id
                 where i.tenant_id = c.tenant_id and i.charge_id = c.id),
               '[]'::jsonb),
           'payments', (select jsonb_agg(d.document order by d.sequence)
                          from payment_document d
                         where d.tenant_id = c.tenant_id and d.charge_id = c.id)) as document
  from payment p
  join payment_document payment on payment.tenant_id = p.tenant_id and payment.id = p.id
  join charge c on c.tenant_id = p.tenant_id and c.id = p.charge_id
  join charge_balance balance on balance.tenant_id = c.tenant_id and balance.id = c.id
  join patient_document patient on patient.tenant_id = c.tenant_id and patient.id = c.patient_id
  join tenant clinic on clinic.id = p.tenant_id;
grant select on receipt_document to ${serving_role};
