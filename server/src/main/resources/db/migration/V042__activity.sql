-- Messages, the deliveries that they go by, and what became of them. Ids are UUIDs of version 7, which hold the moment that
-- they were made: lists are read by them, newest first. Every list is read either as a whole or by partner.
create table messages (
    account uuid not null references accounts (id),
    id uuid not null,
    partner uuid not null,
    direction text not null check (direction in ('inbound', 'outbound')),
    type text not null,
    state text not null default 'received' check (state in ('received', 'delivering', 'delivered', 'failed')),
    size integer not null,
    content_type text not null,
    reference text,
    flow uuid not null,
    access_point uuid,
    sender text not null,
    endpoint uuid not null,
    endpoint_name text not null,
    received_at timestamptz not null,
    finished_at timestamptz,
    reason text,
    primary key (account, id),
    foreign key (account, partner) references partners (account, id)
);
create index messages_by_partner on messages (account, partner, id);
create index messages_by_type on messages (account, type, partner, id);
create index messages_by_reference on messages (account, reference text_pattern_ops) where reference is not null;
create index messages_undelivered on messages (account, state, id) where state <> 'delivered';
create index messages_undelivered_by_partner on messages (account, partner, state, id) where state <> 'delivered';

create table message_bodies (
    account uuid not null references accounts (id),
    message uuid not null,
    body bytea not null,
    primary key (account, message),
    foreign key (account, message) references messages (account, id)
);

-- How many messages of an hour are in which state: `open` is received or delivering. Kept with each change of a message; in
-- several slots, so that writers do not wait for each other. A slot may be negative, the sum of all slots never is.
create table message_hours (
    account uuid not null references accounts (id),
    hour timestamptz not null,
    partner uuid not null,
    direction text not null,
    state text not null check (state in ('open', 'delivered', 'failed')),
    slot smallint not null,
    messages bigint not null,
    primary key (account, hour, partner, direction, state, slot)
);
create index message_hours_by_partner on message_hours (account, partner, hour);

-- Somebody's wish to have messages delivered again.
create table reprocess_runs (
    account uuid not null references accounts (id),
    id uuid not null,
    by_user uuid,
    by_name text not null,
    total integer not null,
    primary key (account, id)
);

-- A job is one delivery of one message, with as many tries as its endpoint allows. It is due at `due_at`: when it is waiting,
-- to be tried; when it is active, because the node that has it has fallen silent.
create table jobs (
    account uuid not null references accounts (id),
    id uuid not null,
    message uuid not null,
    partner uuid not null,
    state text not null default 'waiting' check (state in ('waiting', 'active', 'completed', 'failed')),
    attempts integer not null default 0,
    status integer,
    reason text,
    run uuid,
    requested_by text,
    endpoint_name text not null,
    node uuid,
    due_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz,
    primary key (account, id),
    foreign key (account, message) references messages (account, id),
    foreign key (account, run) references reprocess_runs (account, id)
);
create index jobs_by_message on jobs (account, message, id);
create index jobs_by_partner on jobs (account, partner, id);
create index jobs_by_run on jobs (account, run, state) where run is not null;
create index jobs_due on jobs (account, due_at) where state in ('waiting', 'active');
create index jobs_unfinished on jobs (account, state, id) where state <> 'completed';

create table job_attempts (
    account uuid not null references accounts (id),
    job uuid not null,
    number integer not null,
    at timestamptz not null default clock_timestamp(),
    took_ms integer not null,
    status integer,
    reason text,
    primary key (account, job, number),
    foreign key (account, job) references jobs (account, id)
);

-- What failed and is to be looked after: at most one open issue a message.
create table issues (
    account uuid not null references accounts (id),
    id uuid not null,
    message uuid not null,
    job uuid not null,
    partner uuid not null,
    state text not null default 'open' check (state in ('open', 'closed')),
    reason text not null,
    failures integer not null default 1,
    comments integer not null default 0,
    opened_at timestamptz not null default clock_timestamp(),
    failed_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    closed_by text,
    version bigint not null default 1,
    primary key (account, id),
    foreign key (account, message) references messages (account, id),
    foreign key (account, job) references jobs (account, id),
    check ((state = 'closed') = (closed_at is not null))
);
create unique index issues_open on issues (account, message) where state = 'open';
create index issues_by_message on issues (account, message, id);
create index issues_by_state on issues (account, state, id);
create index issues_by_partner on issues (account, partner, state, id);

create table issue_comments (
    account uuid not null references accounts (id),
    issue uuid not null,
    id uuid not null,
    author uuid,
    author_name text not null,
    text text not null check (text <> ''),
    at timestamptz not null default clock_timestamp(),
    primary key (account, issue, id),
    foreign key (account, issue) references issues (account, id)
);

-- Published by the module `accounts`: whose deliveries there are.
create view accounts_for_activity as
select id from accounts;
