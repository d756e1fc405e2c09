-- The built-in application remembers the digest of the declarations that its areas were made of.
create table applications (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    builtin boolean not null default false,
    declarations text check (builtin or declarations is null),
    origins text[] not null default '{}',
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);
create index applications_by_name on applications (account, name_key, id);
create unique index applications_builtin on applications (account) where builtin;

-- The tag of the OpenAPI document that an area was made for: a new import knows it by this, whatever it is called now.
create table areas (
    account uuid not null references accounts (id),
    id uuid not null,
    application uuid not null,
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    gate text not null check (gate in ('open', 'staff', 'administration', 'jobs', 'integration-configuration',
        'issue-comments', 'reprocess-messages', 'public', 'personal')),
    builtin boolean not null default false,
    tag text,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, application, name),
    unique (account, application, tag),
    foreign key (account, application) references applications (account, id),
    check (builtin or gate not in ('public', 'personal'))
);
create index areas_by_name on areas (account, name_key, id);

-- Overrides of the methods' actions hold for exactly this pattern: {"POST": "read"}. What an OpenAPI document said of
-- it is kept beside (tag, document), so that a new import can tell what was changed by hand; null where it said nothing.
create table area_paths (
    account uuid not null references accounts (id),
    area uuid not null,
    pattern text not null,
    actions jsonb not null default '{}',
    tag text,
    document jsonb,
    primary key (account, area, pattern),
    foreign key (account, area) references areas (account, id) on delete cascade,
    check ((tag is null) = (document is null))
);

-- A document that was read and is being looked at before it takes effect.
create table import_drafts (
    account uuid not null references accounts (id),
    id uuid not null,
    application uuid not null,
    created_at timestamptz not null default now(),
    outline jsonb not null,
    primary key (account, id),
    foreign key (account, application) references applications (account, id) on delete cascade
);
create index import_drafts_by_age on import_drafts (account, created_at);

create view applications_for_decisions as
select account, id, key, builtin, origins from applications;

create view areas_for_decisions as
select account, id, application, name, gate, coalesce((
    select jsonb_agg(jsonb_build_object('pattern', pattern, 'actions', actions) order by pattern collate "C")
    from area_paths
    where area_paths.account = areas.account and area_paths.area = areas.id
), '[]') as patterns
from areas;

create view areas_with_paths as
select areas.account, areas.id, areas.application, areas.name, areas.name_key, areas.gate, areas.builtin, areas.tag,
    areas.version, areas.created_at, applications.key as application_key, applications.name as application_name,
    applications.builtin as application_builtin, coalesce((
        select jsonb_agg(
            jsonb_build_object('pattern', pattern, 'actions', actions, 'tag', area_paths.tag, 'document', document)
            order by pattern collate "C")
        from area_paths
        where area_paths.account = areas.account and area_paths.area = areas.id
    ), '[]') as paths
from areas
join applications on applications.account = areas.account and applications.id = areas.application;
