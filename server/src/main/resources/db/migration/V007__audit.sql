create table audit_entries (
    account uuid not null references accounts (id),
    id uuid not null,
    at timestamptz not null default clock_timestamp(),
    kind text not null,
    actor uuid,
    actor_name text not null,
    address text not null,
    revision bigint,
    details jsonb not null,
    primary key (account, id)
);

create function audit_entries_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are never changed or removed';
end
$$;

create trigger audit_entries_append_only
    before update or delete or truncate on audit_entries
    for each statement execute function audit_entries_are_append_only();
