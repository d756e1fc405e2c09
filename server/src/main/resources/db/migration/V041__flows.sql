-- What the integration engine is set up with. It runs with what `engines.configuration` holds since it was last restarted:
-- `edits` counts what was changed in these tables, `applied` how many of these it runs with.
create table flow_endpoints (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    search text not null generated always as (lower(name || E'\n' || key || E'\n' || url)) stored,
    url text not null check (url ~ '^https?://'),
    attempts smallint not null check (attempts between 1 and 10),
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);
create index flow_endpoints_by_name on flow_endpoints (account, name_key, id);

create table access_points (
    account uuid not null references accounts (id),
    id uuid not null,
    key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name text not null check (name <> ''),
    name_key text not null generated always as (lower(name)) stored,
    search text not null generated always as (lower(name || E'\n' || key)) stored,
    secret_hash bytea not null,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, key)
);
create index access_points_by_name on access_points (account, name_key, id);

create table data_flows (
    account uuid not null references accounts (id),
    id uuid not null,
    access_point uuid not null,
    partner uuid not null,
    endpoint uuid not null,
    direction text not null check (direction in ('inbound', 'outbound')),
    type text not null check (type ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
    type_key text not null generated always as (lower(type)) stored,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    primary key (account, id),
    unique (account, access_point, type_key),
    foreign key (account, access_point) references access_points (account, id),
    foreign key (account, partner) references partners (account, id),
    foreign key (account, endpoint) references flow_endpoints (account, id)
);
create index data_flows_by_type on data_flows (account, type_key, id);
create index data_flows_by_partner on data_flows (account, partner);
create index data_flows_by_endpoint on data_flows (account, endpoint);

create table engines (
    account uuid not null references accounts (id),
    generation bigint not null default 0,
    edits bigint not null default 0,
    applied bigint not null default 0,
    configuration jsonb not null default '{"generation": 0, "accessPoints": [], "flows": []}',
    restarted_at timestamptz,
    restarted_by text,
    primary key (account)
);

-- How far each node has come with taking up a generation; a node that died leaves a row that is not touched any more.
create table engine_restarts (
    account uuid not null references accounts (id),
    node uuid not null,
    generation bigint not null,
    state text not null check (state in ('starting', 'draining', 'running', 'failed')),
    in_flight integer not null,
    reason text,
    updated_at timestamptz not null default clock_timestamp(),
    primary key (account, node)
);

-- Whose engines there are, for the node's own work in each.
create view engines_for_dispatch as
select account as id, generation from engines where generation > 0;
