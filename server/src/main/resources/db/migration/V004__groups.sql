-- Access is a bit mask: 1 create, 2 read, 4 update, 8 delete.
create table groups (
    account uuid not null references accounts (id),
    id uuid not null,
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    mode text not null check (mode in ('only-listed', 'exceptions')),
    default_access smallint not null check (default_access between 0 and 15),
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, name_key)
);
create index groups_by_name on groups (account, name_key, id);

create table rules (
    account uuid not null references accounts (id),
    group_id uuid not null,
    area uuid not null,
    effect text not null check (effect in ('allow', 'deny')),
    access smallint not null check (access between 0 and 15),
    position integer not null,
    primary key (account, group_id, area, effect),
    foreign key (account, group_id) references groups (account, id) on delete cascade,
    foreign key (account, area) references areas (account, id)
);
create index rules_by_area on rules (account, area);

create view groups_for_decisions as
select account, id, name, mode, default_access from groups;

create view rules_for_decisions as
select account, group_id, area, effect, access from rules;
-- What users names of them: published for the module `users`.
create view groups_for_users as
select account, id, name, name_key from groups;
