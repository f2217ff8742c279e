-- Whoever looks after a webhook gets word of events that were given up, once in a while.
alter table webhook
    add column notified_date timestamptz;
alter table message
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'EVENT_GIVEN_UP'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'EVENT_GIVEN_UP'));
