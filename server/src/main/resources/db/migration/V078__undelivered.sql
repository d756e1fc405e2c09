-- What failed of one type or direction is found in the index alone, however much else failed.
drop index messages_undelivered;
drop index messages_undelivered_by_partner;
create index messages_undelivered on messages (account, state, id) include (partner, direction, type)
    where state <> 'delivered';
create index messages_undelivered_by_partner on messages (account, partner, state, id) include (direction, type)
    where state <> 'delivered';
