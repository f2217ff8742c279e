-- What a clinic says of itself it may change, and take its logo down. Time zone, currency and locale stay the operator's.
grant update (name, inactivity_days, home_page, phone_number, invoice_text, slogan) on tenant to ${serving_role};
grant delete on tenant_logo to ${serving_role};
