create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create table resellers (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    search text not null generated always as (lower(name || E'\n' || key)) stored,
    active boolean not null default true,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);
create index resellers_by_name on resellers (account, name_key, id);
create index resellers_by_search on resellers using gin (account, search gin_trgm_ops);

create table partners (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    search text not null generated always as (lower(name || E'\n' || key)) stored,
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
create index partners_by_search on partners using gin (account, search gin_trgm_ops);

-- A partner is on when it is switched on itself and so is its reseller.
create view partners_for_decisions as
select partners.account, partners.id, partners.key, partners.reseller,
    partners.active and coalesce(resellers.active, true) as active
from partners
left join resellers on resellers.account = partners.account and resellers.id = partners.reseller;

create view resellers_for_decisions as
select account, id, key, active from resellers;

-- What users names of them: published for the module `users`.
create view partners_for_users as
select account, id, key, name, name_key, search, reseller, active from partners;

create view resellers_for_users as
select account, id, key, name, name_key, search, active from resellers;

create view partners_with_resellers as
select partners.*, resellers.name as r_name, resellers.key as r_key, resellers.active as r_active,
    resellers.created_at as r_created_at, resellers.version as r_version
from partners
left join resellers on resellers.account = partners.account and resellers.id = partners.reseller;
