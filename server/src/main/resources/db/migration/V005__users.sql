create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table users (
    account uuid not null references accounts (id),
    id uuid not null,
    email text not null,
    email_key text not null generated always as (lower(email)) stored,
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    search text not null generated always as (lower(name || E'\n' || email)) stored,
    role text not null check (role in ('administrator', 'normal', 'partner')),
    permissions text[] not null default '{}',
    data_access text not null check (data_access in ('none', 'all', 'selected')),
    reseller uuid,
    time_zone text not null default 'UTC',
    network text[] not null default '{}',
    shared_tickets boolean not null default false,
    status text not null check (status in ('invited', 'active', 'disabled')),
    password text,
    password_change_due boolean not null default false,
    last_sign_in_at timestamptz,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    primary key (account, id),
    unique (account, email_key),
    foreign key (account, reseller) references resellers (account, id),
    check (role <> 'administrator' or data_access = 'all'),
    check (role <> 'partner' or data_access = 'selected'),
    check (status <> 'active' or password is not null)
);
create index users_by_name on users (account, name_key, id);
create index users_by_sign_in on users (account, last_sign_in_at, id);
create index users_by_creation on users (account, created_at, id);
create index users_by_reseller on users (account, reseller, name_key, id);
create index users_by_search on users using gin (account, search gin_trgm_ops);

create table memberships (
    account uuid not null references accounts (id),
    user_id uuid not null,
    group_id uuid not null,
    primary key (account, user_id, group_id),
    foreign key (account, user_id) references users (account, id) on delete cascade,
    foreign key (account, group_id) references groups (account, id)
);
create index memberships_by_group on memberships (account, group_id, user_id);

create table user_partners (
    account uuid not null references accounts (id),
    user_id uuid not null,
    partner uuid not null,
    primary key (account, user_id, partner),
    foreign key (account, user_id) references users (account, id) on delete cascade,
    foreign key (account, partner) references partners (account, id)
);
create index user_partners_by_partner on user_partners (account, partner, user_id);
