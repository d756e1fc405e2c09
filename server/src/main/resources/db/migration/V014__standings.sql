-- Users of the same role, permissions, groups, reseller and mode of data access stand alike. How many stand where is always
-- exact and never counted, so that whoever judges everybody judges each standing once, whatever the number of users.
create table standings (
    account uuid not null references accounts (id),
    id uuid not null,
    role text not null,
    permissions text[] not null,
    groups uuid[] not null,
    reseller uuid,
    data_access text not null,
    total bigint not null check (total >= 0),
    primary key (account, id)
);
create index standings_by_group on standings using gin (account, groups);

-- The standing's id says exactly what it is made of. Both lists are sorted.
create function standing_of(role text, permissions text[], groups uuid[], reseller uuid, data_access text)
returns uuid language sql immutable parallel safe as $$
    select substr(encode(sha256(convert_to(concat_ws('/',
        role, array_to_string(permissions, ','), array_to_string(groups, ','), coalesce(reseller::text, '-'), data_access
    ), 'UTF8')), 'hex'), 1, 32)::uuid
$$;

create function permissions_sorted(permissions text[]) returns text[] language sql immutable parallel safe as $$
    select array(select word from unnest(permissions) as word order by word collate "C")
$$;

create function groups_of(in_account uuid, of_user uuid) returns uuid[] language sql stable as $$
    select array(select group_id from memberships where account = in_account and user_id = of_user order by group_id)
$$;

alter table users add column standing uuid;
update users
set standing = standing_of(role, permissions_sorted(permissions), groups_of(account, id), reseller, data_access);
alter table users alter column standing set not null;
create index users_by_standing on users (account, standing, name_key, id);

insert into standings (account, id, role, permissions, groups, reseller, data_access, total)
select u.account, u.standing, u.role, permissions_sorted(u.permissions), groups_of(u.account, u.id), u.reseller,
    u.data_access, alike.total
from (
    select account, (array_agg(id))[1] as one, count(*) as total from users group by account, standing
) as alike
join users u on u.account = alike.account and u.id = alike.one;

-- A user stands where his row says; his groups are looked up.
create function stand_user() returns trigger language plpgsql as $$
begin
    new.standing := standing_of(new.role, permissions_sorted(new.permissions), groups_of(new.account, new.id),
        new.reseller, new.data_access);
    return new;
end
$$;

create trigger users_stand before insert or update of role, permissions, reseller, data_access, standing on users
    for each row execute function stand_user();

-- Whoever comes into a group or leaves it stands elsewhere: naming the column sets it anew.
create function stand_members() returns trigger language plpgsql as $$
begin
    update users u set standing = null
    from (select distinct account, user_id from moved) as member
    where u.account = member.account and u.id = member.user_id;
    return null;
end
$$;

create trigger memberships_added after insert on memberships
    referencing new table as moved
    for each statement execute function stand_members();
create trigger memberships_removed after delete on memberships
    referencing old table as moved
    for each statement execute function stand_members();
create trigger memberships_moved_from after update on memberships
    referencing old table as moved
    for each statement execute function stand_members();
create trigger memberships_moved_to after update on memberships
    referencing new table as moved
    for each statement execute function stand_members();

create function count_standings_added() returns trigger language plpgsql as $$
begin
    insert into standings (account, id, role, permissions, groups, reseller, data_access, total)
    select u.account, u.standing, u.role, permissions_sorted(u.permissions), groups_of(u.account, u.id), u.reseller,
        u.data_access, alike.total
    from (
        select account, (array_agg(id))[1] as one, count(*) as total from added group by account, standing
    ) as alike
    join added u on u.account = alike.account and u.id = alike.one
    on conflict (account, id) do update set total = standings.total + excluded.total;
    return null;
end
$$;

create function count_standings_removed() returns trigger language plpgsql as $$
begin
    update standings set total = standings.total - gone.total
    from (select account, standing, count(*) as total from removed group by account, standing) as gone
    where standings.account = gone.account and standings.id = gone.standing;
    delete from standings
    using (select distinct account, standing from removed) as gone
    where standings.account = gone.account and standings.id = gone.standing and standings.total = 0;
    return null;
end
$$;

create function count_standings_moved() returns trigger language plpgsql as $$
begin
    insert into standings (account, id, role, permissions, groups, reseller, data_access, total)
    select u.account, u.standing, u.role, permissions_sorted(u.permissions), groups_of(u.account, u.id), u.reseller,
        u.data_access, alike.total
    from (
        select a.account, (array_agg(a.id))[1] as one, count(*) as total
        from added a
        join removed r on r.account = a.account and r.id = a.id and r.standing <> a.standing
        group by a.account, a.standing
    ) as alike
    join added u on u.account = alike.account and u.id = alike.one
    on conflict (account, id) do update set total = standings.total + excluded.total;
    update standings set total = standings.total - gone.total
    from (
        select r.account, r.standing, count(*) as total
        from removed r
        join added a on a.account = r.account and a.id = r.id and a.standing <> r.standing
        group by r.account, r.standing
    ) as gone
    where standings.account = gone.account and standings.id = gone.standing;
    delete from standings
    using (
        select distinct r.account, r.standing
        from removed r
        join added a on a.account = r.account and a.id = r.id and a.standing <> r.standing
    ) as gone
    where standings.account = gone.account and standings.id = gone.standing and standings.total = 0;
    return null;
end
$$;

create trigger users_added_stand after insert on users
    referencing new table as added
    for each statement execute function count_standings_added();
create trigger users_removed_stand after delete on users
    referencing old table as removed
    for each statement execute function count_standings_removed();
create trigger users_moved_stand after update on users
    referencing old table as removed new table as added
    for each statement execute function count_standings_moved();

-- Published for the module `decisions`: whoever stands alike is judged once.
create view standings_for_decisions as
select account, id, role, permissions, groups, reseller, data_access, total from standings;

create or replace view users_for_decisions as
select u.account, u.id, u.email, u.email_key, u.name, u.status, u.password_change_due, u.role, u.permissions,
    array(
        select m.group_id from memberships m where m.account = u.account and m.user_id = u.id order by m.group_id
    ) as groups,
    u.reseller, u.data_access,
    array(
        select s.partner from user_partners s where s.account = u.account and s.user_id = u.id order by s.partner
    ) as partners,
    u.network, u.name_key, u.standing
from users u;

create view user_partners_for_decisions as
select account, user_id, partner from user_partners;
