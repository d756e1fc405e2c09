create table sessions (
    account uuid not null references accounts (id),
    id uuid not null,
    token_hash bytea not null check (octet_length(token_hash) = 32),
    user_id uuid not null,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at timestamptz not null,
    address text not null,
    user_agent text not null,
    primary key (account, id),
    unique (account, token_hash),
    foreign key (account, user_id) references users (account, id) on delete cascade
);
create index sessions_by_user on sessions (account, user_id, last_seen_at);

-- One counter per e-mail address across all doors of sign-in, whether or not somebody has the address. The key compares as
-- that of a user’s address does.
create table sign_in_failures (
    account uuid not null references accounts (id),
    email_key text collate pg_c_utf8 not null,
    failures integer not null,
    last_failed_at timestamptz not null,
    locked_until timestamptz,
    primary key (account, email_key)
);
create index sign_in_failures_by_lock on sign_in_failures (account, locked_until);

-- Published for the module `users`: whose doors are closed now.
create view locks_for_users as
select account, email_key, locked_until
from sign_in_failures
where locked_until > now();

-- The one-time link to the set-up page, before there is any account.
create table setup_links (
    token_hash bytea primary key check (octet_length(token_hash) = 32),
    created_at timestamptz not null default now()
);
