-- Sums for the dashboard, each kept in the transaction of what it counts, so that nobody counts millions of rows. Where many
-- write at the same time they add to slots from 0 on; sums of hours that are over are folded into one row, slot -1.
create index message_hours_unfolded on message_hours (account, hour) where slot >= 0;

-- The tries at each endpoint. `given_up` counts deliveries that failed for good.
create table endpoint_hours (
    account uuid not null references accounts (id),
    hour timestamptz not null,
    partner uuid not null,
    endpoint uuid not null,
    slot smallint not null,
    endpoint_name text not null,
    tries bigint not null,
    missed bigint not null,
    given_up bigint not null,
    took_ms bigint not null,
    longest_ms integer not null,
    primary key (account, hour, partner, endpoint, slot)
);
create index endpoint_hours_by_partner on endpoint_hours (account, partner, hour);
create index endpoint_hours_unfolded on endpoint_hours (account, hour) where slot >= 0;

insert into endpoint_hours (account, hour, partner, endpoint, slot, endpoint_name, tries, missed, given_up, took_ms, longest_ms)
select j.account, date_trunc('hour', a.at), j.partner, m.endpoint, -1, max(j.endpoint_name), count(*),
    count(*) filter (where a.reason is not null), count(*) filter (where j.state = 'failed' and a.number = j.attempts),
    sum(a.took_ms), max(a.took_ms)
from job_attempts a
join jobs j on j.account = a.account and j.id = a.job
join messages m on m.account = j.account and m.id = j.message
group by j.account, date_trunc('hour', a.at), j.partner, m.endpoint;

-- What waits and what is under way, of each partner.
create index jobs_underway_by_partner on jobs (account, partner, state) where state in ('waiting', 'active');

-- Published by the module `users`: to whose administrators a user is visible.
create view users_for_dashboard as
select account, id, reseller from users;

-- Who came in and who was not let in, by the reseller that the user had then.
create table sign_in_hours (
    account uuid not null references accounts (id),
    hour timestamptz not null,
    reseller uuid,
    outcome text not null check (outcome in ('opened', 'refused')),
    slot smallint not null,
    number bigint not null,
    unique nulls not distinct (account, hour, reseller, outcome, slot)
);

insert into sign_in_hours (account, hour, reseller, outcome, slot, number)
select e.account, date_trunc('hour', e.at), u.reseller,
    case e.kind when 'session.opened' then 'opened' else 'refused' end, 0, count(*)
from audit_entries e
left join users u on u.account = e.account and u.id = e.actor
where e.kind in ('session.opened', 'session.refused')
group by 1, 2, 3, 4;

-- Refusals by the gate that closed, or `rail`; kept by the module `decisions` as it writes refusals down.
create table refusal_hours (
    account uuid not null references accounts (id),
    hour timestamptz not null,
    reseller uuid,
    gate text not null,
    number bigint not null,
    unique nulls not distinct (account, hour, reseller, gate)
);

insert into refusal_hours (account, hour, reseller, gate, number)
select r.account, date_trunc('hour', r.at), u.reseller, coalesce(r.gate, 'rail'), count(*)
from refusals r
left join users u on u.account = r.account and u.id = r.user_id
group by 1, 2, 3, 4;

-- Published by the module `decisions`.
create view refusal_hours_for_dashboard as
select account, hour, reseller, gate, number from refusal_hours;
