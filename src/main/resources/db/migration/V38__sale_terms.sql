-- Carts and quotes of draft orders: on which terms a market sells them, a coupon and a fee among their figures, and
-- lines whose price came from a quantity tier. One without a market has none of it, and adds up as before.
do $body$
declare
    owner text;
begin
    foreach owner in array array['cart', 'quote'] loop
        execute format($sql$
            alter table %1$I
                add column market_id     text   check (market_id ~ '^[A-Za-z0-9._-]{1,64}$'),
                add column tax_mode      text   check (tax_mode in ('EXCLUSIVE', 'INCLUSIVE')),
                add column country       text   check (country ~ '^[A-Z]{2}$'),
                add column region        text   check (length(region) <= 255),
                add column postal_code   text   check (length(postal_code) <= 64),
                add column tax_exempt    boolean,
                add column coupon_code   text   check (length(coupon_code) between 1 and 64),
                -- What of the discount is the coupon's, and what of the subtotal the fee, on which no discount acts.
                add column coupon_amount bigint not null default 0,
                add column fee           bigint not null default 0,
                add constraint %1$s_has_whole_terms check (
                    num_nonnulls(market_id, tax_mode, tax_exempt) = 3
                    or num_nonnulls(market_id, tax_mode, tax_exempt, country, region, postal_code, coupon_code) = 0
                        and coupon_amount = 0 and fee = 0),
                add constraint %1$s_coupon_amount_check check (coupon_amount between 0 and discount_amount),
                add constraint %1$s_fee_check check (fee between 0 and subtotal),
                drop constraint %1$s_adds_up,
                add constraint %1$s_adds_up check (
                    total = subtotal - discount_amount
                            + case when tax_mode = 'INCLUSIVE' then 0 else tax_amount end),
                drop constraint %1$s_has_one_discount,
                add constraint %1$s_has_one_discount check (
                    (discount_kind = 'NONE' and discount_value = 0 and discount_amount = coupon_amount)
                    or (discount_kind = 'FLAT' and discount_value > 0 and discount_value = trunc(discount_value)
                        and discount_amount - coupon_amount = least(discount_value, subtotal - fee))
                    or (discount_kind = 'PERCENT' and discount_value > 0 and discount_value <= 100))
            $sql$, owner);
        execute format($sql$
            alter table %1$I
                add column kind         text   not null default 'GOODS' check (kind in ('GOODS', 'FEE')),
                add column tier_from    numeric(17, 10) check (tier_from > 0),
                add column coupon_share bigint not null default 0,
                add constraint %1$s_names_its_tier check ((price_source = 'TIER') = (tier_from is not null)),
                add constraint %1$s_coupon_share_check check (coupon_share between 0 and total_price - share),
                add constraint %1$s_bears_no_discount check (
                    kind = 'GOODS' or (share = 0 and coupon_share = 0 and discount_kind = 'NONE'))
            $sql$, owner || '_line');
    end loop;
end
$body$;
