create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Keys are lowered and ordered by code point whatever the locale of the database: an address means the same everywhere,
-- a cursor stays valid when the database moves, and a prefix is found by its index.
create table users (
    account uuid not null references accounts (id),
    id uuid not null,
    email text not null,
    email_key text collate pg_c_utf8 not null generated always as (lower(email collate pg_c_utf8)) stored,
    email_verified boolean not null default false,
    name text not null check (name <> ''),
    name_key text collate pg_c_utf8 not null generated always as (lower(name collate pg_c_utf8)) stored,
    search text collate pg_c_utf8 not null
        generated always as (lower((name || E'\n' || email) collate pg_c_utf8)) stored,
    role text not null check (role in ('administrator', 'normal', 'partner')),
    permissions text[] not null default '{}',
    data_access text not null check (data_access in ('none', 'all', 'selected')),
    reseller uuid,
    time_zone text not null default 'UTC',
    network text[] not null default '{}',
    shared_tickets boolean not null default false,
    status text not null check (status in ('invited', 'active', 'disabled')),
    password text,
    password_change_due boolean not null default false,
    last_sign_in_at timestamptz,
    last_sign_in_key timestamptz not null
        generated always as (coalesce(last_sign_in_at, '-infinity'::timestamptz)) stored,
    version bigint not null default 1,
    created_at timestamptz not null default now(),
    created_by uuid,
    created_by_name text not null default '',
    primary key (account, id),
    unique (account, email_key),
    foreign key (account, reseller) references resellers (account, id),
    check (role <> 'administrator' or data_access = 'all'),
    check (role <> 'partner' or data_access = 'selected'),
    check (status <> 'active' or password is not null)
);
create index users_by_name on users (account, name_key, id);
create index users_by_email on users (account, email_key, id) include (name_key);
create index users_by_role on users (account, role, id);
create index users_by_status on users (account, status, id);
create index users_by_sign_in on users (account, last_sign_in_key, id);
create index users_by_creation on users (account, created_at, id);
create index users_by_reseller on users (account, reseller, name_key, id);
create index users_by_search on users using gin (account, search gin_trgm_ops);
create index users_that_may_be_the_last_key on users (account, id)
    where role = 'administrator' and status = 'active' and reseller is null;

create table memberships (
    account uuid not null references accounts (id),
    user_id uuid not null,
    group_id uuid not null,
    primary key (account, user_id, group_id),
    foreign key (account, user_id) references users (account, id) on delete cascade,
    foreign key (account, group_id) references groups (account, id)
);
create index memberships_by_group on memberships (account, group_id, user_id);

create table user_partners (
    account uuid not null references accounts (id),
    user_id uuid not null,
    partner uuid not null,
    primary key (account, user_id, partner),
    foreign key (account, user_id) references users (account, id) on delete cascade,
    foreign key (account, partner) references partners (account, id)
);
create index user_partners_by_partner on user_partners (account, partner, user_id);

-- How many users an account has, by reseller: always exact, never counted.
create table user_totals (
    account uuid not null references accounts (id),
    reseller uuid,
    total bigint not null,
    unique nulls not distinct (account, reseller)
);

create function count_users_added() returns trigger language plpgsql as $$
begin
    insert into user_totals (account, reseller, total)
    select account, reseller, count(*) from added group by account, reseller
    on conflict (account, reseller) do update set total = user_totals.total + excluded.total;
    return null;
end
$$;

create function count_users_removed() returns trigger language plpgsql as $$
begin
    update user_totals set total = user_totals.total - gone.number
    from (select account, reseller, count(*) as number from removed group by account, reseller) as gone
    where user_totals.account = gone.account and user_totals.reseller is not distinct from gone.reseller;
    return null;
end
$$;

create function count_users_moved() returns trigger language plpgsql as $$
begin
    insert into user_totals (account, reseller, total)
    select account, reseller, sum(number)
    from (
        select account, reseller, 1 as number from added
        union all
        select account, reseller, -1 as number from removed
    ) as moved
    group by account, reseller
    having sum(number) <> 0
    on conflict (account, reseller) do update set total = user_totals.total + excluded.total;
    return null;
end
$$;

create trigger users_added after insert on users
    referencing new table as added
    for each statement execute function count_users_added();
create trigger users_removed after delete on users
    referencing old table as removed
    for each statement execute function count_users_removed();
create trigger users_moved after update on users
    referencing old table as removed new table as added
    for each statement execute function count_users_moved();

-- A user with the names of what he is tied to; the module's own reading view.
create view user_details as
select u.*, r.key as reseller_key, r.name as reseller_name,
    g.ids as group_ids, g.names as group_names,
    p.ids as partner_ids, p.keys as partner_keys, p.names as partner_names, p.resellers as partner_resellers
from users u
left join resellers_for_users r on r.account = u.account and r.id = u.reseller
left join lateral (
    select array_agg(g.id order by g.name_key) as ids, array_agg(g.name order by g.name_key) as names
    from memberships m
    join groups_for_users g on g.account = m.account and g.id = m.group_id
    where m.account = u.account and m.user_id = u.id
) g on true
left join lateral (
    select array_agg(p.id order by p.key) as ids, array_agg(p.key order by p.key) as keys,
        array_agg(p.name order by p.key) as names, array_agg(p.reseller order by p.key) as resellers
    from user_partners s
    join partners_for_users p on p.account = s.account and p.id = s.partner
    where s.account = u.account and s.user_id = u.id
) p on true;

-- Published for the modules `sessions` and `signin`: who a session or an address belongs to.
create view users_for_sessions as
select account, id, email, email_key, email_verified, name, role, time_zone, network, status, password_change_due, version
from users;

-- Published for the module `links`: which address a user has at present.
create view users_for_links as
select account, id, email_key from users;

-- Published for the module `decisions`: what decides how far a user's rights reach.
create view users_for_decisions as
select u.account, u.id, u.email, u.email_key, u.name, u.status, u.password_change_due, u.role, u.permissions,
    array(
        select m.group_id from memberships m where m.account = u.account and m.user_id = u.id order by m.group_id
    ) as groups,
    u.reseller, u.data_access,
    array(
        select s.partner from user_partners s where s.account = u.account and s.user_id = u.id order by s.partner
    ) as partners,
    u.network
from users u;
