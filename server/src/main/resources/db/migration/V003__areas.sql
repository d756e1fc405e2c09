create table applications (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    builtin boolean not null default false,
    origins text[] not null default '{}',
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);

create table areas (
    account uuid not null references accounts (id),
    id uuid not null,
    application uuid not null,
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    gate text not null,
    builtin boolean not null default false,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, application, name),
    foreign key (account, application) references applications (account, id) on delete cascade
);
create index areas_by_name on areas (account, name_key, id);

-- Overrides of the methods' actions hold for exactly this pattern: {"POST": "read"}.
create table area_paths (
    account uuid not null references accounts (id),
    area uuid not null,
    pattern text not null,
    actions jsonb not null default '{}',
    primary key (account, area, pattern),
    foreign key (account, area) references areas (account, id) on delete cascade
);
