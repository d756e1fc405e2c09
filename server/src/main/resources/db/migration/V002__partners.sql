create table resellers (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    active boolean not null default true,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);
create index resellers_by_name on resellers (account, name_key, id);

create table partners (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    reseller uuid,
    active boolean not null default true,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key),
    foreign key (account, reseller) references resellers (account, id)
);
create index partners_by_name on partners (account, name_key, id);
create index partners_by_reseller on partners (account, reseller, name_key, id);
