-- One-time links: of each user at most one for each purpose. Only hashes are kept.
create table links (
    account uuid not null references accounts (id),
    id uuid not null,
    purpose text not null check (purpose in ('invitation', 'verification', 'password-reset', 'recovery')),
    token_hash bytea not null check (octet_length(token_hash) = 32),
    code_seal text,
    tries integer not null default 0,
    user_id uuid not null,
    email text not null,
    email_key text collate pg_c_utf8 not null generated always as (lower(email collate pg_c_utf8)) stored,
    issuer uuid,
    created_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    primary key (account, user_id, purpose),
    unique (account, id),
    unique (account, token_hash),
    foreign key (account, user_id) references users (account, id) on delete cascade
);

-- How many mails with a link somebody asked for within an hour.
create table link_requests (
    account uuid not null references accounts (id),
    user_id uuid not null,
    purpose text not null,
    since timestamptz not null,
    number integer not null,
    primary key (account, user_id, purpose),
    foreign key (account, user_id) references users (account, id) on delete cascade
);
