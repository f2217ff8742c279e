-- A message may have a file with it, such as a receipt: kept for as long as it is to be sent and no longer.
alter table message
    add column attachment      bytea check (length(attachment) between 1 and 10000000),
    add column attachment_name text  check (attachment_name ~ '^[A-Za-z0-9._-]{1,100}$'),
    add constraint message_attaches_to_an_email
        check (num_nonnulls(attachment, attachment_name) in (0, 2) and (channel = 'EMAIL' or attachment is null)),
    drop constraint message_is_kept_while_it_waits,
    add constraint message_is_kept_while_it_waits check (
        case status
            when 'WAITING' then num_nonnulls(recipient, sender, text, next_attempt_date) = 4
                                and (channel = 'EMAIL') = (subject is not null)
                                and (channel = 'EMAIL') = (html is not null)
                                and finished_date is null
            else num_nonnulls(recipient, sender, subject, text, html, link, attachment, attachment_name,
                              attempt_until, next_attempt_date) = 0
                 and finished_date is not null
        end),
    drop constraint message_occasion_check,
    add constraint message_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'RECEIPT', 'CONSOLE_SIGN_IN', 'EVENT_GIVEN_UP'));
alter table message_template
    drop constraint message_template_occasion_check,
    add constraint message_template_occasion_check
        check (occasion in ('QUOTE_OFFERED', 'QUOTE_ANSWERED', 'QUOTE_NOT_SENT',
                            'ORDER_PLACED', 'ORDER_APPROVED', 'ORDER_SHIPPED', 'ORDER_READY_FOR_PICKUP',
                            'ORDER_CANCELLED', 'RECEIPT', 'CONSOLE_SIGN_IN', 'EVENT_GIVEN_UP'));
alter table caught_message
    add column attachment      bytea,
    add column attachment_name text;
