-- As which variant of which product an item was known when it was sold; orders of before do not know.
alter table order_line
    add column product_name  text check (length(product_name) between 1 and 255),
    add column variant_label text check (length(variant_label) between 1 and 600),
    add constraint order_line_is_a_variant_of_a_product check ((product_name is null) = (variant_label is null));

-- The customer of an order is told, too, that it can be fetched.
alter table message
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED'));
