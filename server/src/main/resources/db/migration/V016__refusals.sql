-- What was refused, with every gate as it was explained then; kept for a while, then swept up. The audit log keeps its own
-- entry of those in the panel, under the same id. A path is kept as it stood on the wire, without its query.
create table refusals (
    account uuid not null references accounts (id),
    id uuid not null,
    at timestamptz not null,
    source text not null check (source in ('panel', 'rail', 'sign-in', 'proxy')),
    user_id uuid not null,
    email text not null,
    name text not null,
    application text not null,
    method text not null,
    path text not null,
    address text not null,
    partner text,
    revision bigint not null,
    gate text,
    reason text not null,
    explained jsonb not null,
    primary key (account, id)
);
create index refusals_by_age on refusals (account, at);
