-- Whoever is active and owes no change of password: nobody else passes the gate `status`.
create index users_active_by_standing on users (account, standing, name_key, id)
    where status = 'active' and not password_change_due;

-- Published for the module `decisions`.
create view active_users_for_decisions as
select account, id, email, name, name_key, standing, reseller from users
where status = 'active' and not password_change_due;
