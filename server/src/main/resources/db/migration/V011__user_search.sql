-- What is searched for often enough to be found at once among a million.
create index users_by_data_access on users (account, data_access, id);
create index users_by_words on users using gin (account, permissions, network);
create index users_with_network on users (account, name_key, id) where network <> '{}';
create index users_with_password_due on users (account, name_key, id) where password_change_due;

-- A user with the names of what he is tied to and with the lock on his address, if there is one; the module's own reading
-- view.
create view users_shown as
select d.*, l.locked_until
from user_details d
left join locks_for_users l on l.account = d.account and l.email_key = d.email_key;
