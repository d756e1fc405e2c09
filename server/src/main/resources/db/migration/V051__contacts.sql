-- People at partners, whom one calls or writes to.
create table contacts (
    account uuid not null references accounts (id),
    id uuid not null,
    partner uuid not null,
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    position text not null,
    email text not null,
    phone text not null,
    notes text not null,
    search text not null generated always as (lower(
        name || E'\n' || position || E'\n' || email || E'\n' || phone || E'\n' || notes
    )) stored,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    changed_by text not null,
    primary key (account, id),
    foreign key (account, partner) references partners (account, id)
);
create index contacts_by_name on contacts (account, name_key, id);
create index contacts_by_partner on contacts (account, partner, name_key, id);
create index contacts_by_search on contacts using gin (account, search gin_trgm_ops);
