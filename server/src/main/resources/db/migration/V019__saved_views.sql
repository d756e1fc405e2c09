-- The searches that somebody keeps for himself, each a tab above the list of users.
create table saved_views (
    account uuid not null references accounts (id),
    user_id uuid not null,
    id uuid not null,
    name text not null check (name <> ''),
    name_key text collate pg_c_utf8 not null generated always as (lower(name collate pg_c_utf8)) stored,
    search text not null,
    sort text not null,
    primary key (account, user_id, id),
    unique (account, user_id, name_key),
    foreign key (account, user_id) references users (account, id) on delete cascade
);
