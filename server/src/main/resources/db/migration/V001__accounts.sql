-- Belongs to no account: the installation's own keys.
create table installation_keys (
    name text primary key,
    key bytea not null check (octet_length(key) = 32)
);

create table accounts (
    id uuid primary key,
    short_id text not null unique check (short_id ~ '^[a-z0-9]{4,16}$'),
    name text not null check (name <> ''),
    revision bigint not null default 0,
    created_at timestamptz not null default now()
);

-- What each write did; the change feed of the nodes and the history of things.
create table changes (
    account uuid not null references accounts (id),
    revision bigint not null,
    id uuid not null,
    at timestamptz not null default now(),
    kind text not null,
    actor uuid,
    actor_name text not null,
    address text not null,
    reach text not null check (reach in ('policy', 'users', 'nobody')),
    users uuid[] not null default '{}',
    items jsonb not null,
    primary key (account, revision)
);

create view accounts_for_decisions as
select id as account, revision from accounts;
