-- Access points and endpoints are of two kinds: by HTTP, or by files in a folder, which is named here and lies below the
-- base directory that whoever runs the server has set.
alter table flow_endpoints
    alter url drop not null,
    add folder text check (folder ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    add check ((url is null) <> (folder is null));
alter table flow_endpoints
    alter search set expression as (lower(name || E'\n' || key || E'\n' || coalesce(url, folder)));

alter table access_points
    alter secret_hash drop not null,
    add folder text check (folder ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    add check ((secret_hash is null) <> (folder is null));
alter table access_points
    alter search set expression as (lower(name || E'\n' || key || E'\n' || coalesce(folder, '')));
-- A folder is watched for one access point, or nobody could say whose its files are.
create unique index access_points_by_folder on access_points (account, folder) where folder is not null;

-- Whether a generation watches folders: then the engine runs on every node, whether there is anything to deliver or not.
alter table engines add watches boolean not null default false;
create or replace view engines_for_dispatch as
select account as id, generation, watches from engines where generation > 0;
