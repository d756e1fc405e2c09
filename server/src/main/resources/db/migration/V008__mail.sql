-- The outbox. A row is written in the transaction of what it tells of, and stays as the record of what was sent.
-- `waiting` is due at next_try_at; `secret` ones carry a link or a code, which is wiped in time.
create table mails (
    account uuid not null references accounts (id),
    id uuid not null,
    kind text not null check (kind ~ '^[a-z][a-z-]*$'),
    user_id uuid,
    name text not null,
    email text not null,
    subject text not null,
    search text collate pg_c_utf8 not null
        generated always as (lower((name || E'\n' || email || E'\n' || subject) collate pg_c_utf8)) stored,
    letter jsonb not null,
    secret boolean not null,
    wiped boolean not null default false,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
    reason text,
    tries integer not null default 0,
    created_at timestamptz not null default now(),
    queued_at timestamptz not null default now(),
    next_try_at timestamptz not null default now(),
    sent_at timestamptz,
    version bigint not null default 1,
    primary key (account, id),
    check ((state = 'sent') = (sent_at is not null))
);
create index mails_by_creation on mails (account, created_at, id);
create index mails_by_state on mails (account, state, created_at, id);
create index mails_by_user on mails (account, user_id, kind);
create index mails_by_search on mails using gin (account, search gin_trgm_ops);
create index mails_due on mails (account, next_try_at) where state = 'waiting';

-- Each time that a mail was handed to the mail server, or could not be.
create table mail_tries (
    account uuid not null references accounts (id),
    mail uuid not null,
    id uuid not null,
    at timestamptz not null default clock_timestamp(),
    reason text,
    primary key (account, mail, id),
    foreign key (account, mail) references mails (account, id) on delete cascade
);

-- Published by the module `accounts`: whose outboxes there are.
create view accounts_for_mail as
select id from accounts;
