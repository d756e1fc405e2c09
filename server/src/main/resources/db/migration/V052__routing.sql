-- Which partner takes the calls to the numbers that begin with a prefix. Of the routes of one prefix and partner the one that
-- came into effect last counts; of several partners the one with the lowest priority number.
create table routes (
    account uuid not null references accounts (id),
    id uuid not null,
    prefix text collate "C" not null check (prefix ~ '^[0-9]{1,15}$'),
    partner uuid not null,
    priority integer not null check (priority between 1 and 99),
    effective_from timestamptz not null,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    changed_by text not null,
    primary key (account, id),
    constraint routes_once unique (account, prefix, partner, effective_from),
    foreign key (account, partner) references partners (account, id)
);
create index routes_by_partner on routes (account, partner, prefix);
