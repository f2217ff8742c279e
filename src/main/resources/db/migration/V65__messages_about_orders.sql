-- The customer of an order is told what becomes of it.
alter table message
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_CANCELLED'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_CANCELLED'));
