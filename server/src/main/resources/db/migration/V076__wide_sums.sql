-- One row for an hour and a partner, with all states side by side: a dashboard reads a fourth of the rows, and a message that
-- is delivered changes one row instead of two. Nothing asked for the direction.
create temporary table kept as
select account, hour, partner, slot,
    coalesce(sum(messages) filter (where state = 'open'), 0) as open,
    coalesce(sum(messages) filter (where state = 'delivered'), 0) as delivered,
    coalesce(sum(messages) filter (where state = 'failed'), 0) as failed
from message_hours
group by account, hour, partner, slot;

drop table message_hours;

-- How many messages of an hour are in which state: `open` is received or being delivered. Kept with each change of a message;
-- in several slots, so that writers do not wait for each other. A slot may be negative, the sum of all slots never is.
create table message_hours (
    account uuid not null references accounts (id),
    hour timestamptz not null,
    partner uuid not null,
    slot smallint not null,
    open bigint not null,
    delivered bigint not null,
    failed bigint not null,
    primary key (account, hour, partner, slot)
);
insert into message_hours (account, hour, partner, slot, open, delivered, failed)
select account, hour, partner, slot, open, delivered, failed from kept;
drop table kept;
create index message_hours_by_partner on message_hours (account, partner, hour);
create index message_hours_unfolded on message_hours (account, hour) where slot >= 0;
