-- The lists by name and by address are walked, and beginnings are looked up, without reading the rows of users: what terms
-- beside the beginning ask for stands in the index.
drop index users_by_name;
create index users_by_name on users (account, name_key, id)
    include (role, status, data_access, reseller, standing, last_sign_in_key, created_at);
drop index users_by_email;
create index users_by_email on users (account, email_key, id)
    include (name_key, role, status, data_access, reseller, standing, last_sign_in_key, created_at);
