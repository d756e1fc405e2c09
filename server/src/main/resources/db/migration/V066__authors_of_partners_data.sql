-- Who wrote what stands beside a partner's data, so that the name is told to those alone who see the author. Of rows that are
-- there already the author is whoever bears the name, when that is one person.
create view authors_by_name as
select account, name, min(id::text)::uuid as id from users group by account, name having count(*) = 1;

alter table contacts add changed_by_user uuid;
update contacts set changed_by_user = u.id from authors_by_name u
where u.account = contacts.account and u.name = contacts.changed_by;

alter table routes add changed_by_user uuid;
update routes set changed_by_user = u.id from authors_by_name u
where u.account = routes.account and u.name = routes.changed_by;

alter table billings add changed_by_user uuid;
update billings set changed_by_user = u.id from authors_by_name u
where u.account = billings.account and u.name = billings.changed_by;

alter table billing_entries add created_by_user uuid;
alter table billing_entries disable trigger billing_entries_append_only;
update billing_entries set created_by_user = u.id from authors_by_name u
where u.account = billing_entries.account and u.name = billing_entries.created_by;
alter table billing_entries enable trigger billing_entries_append_only;

drop view authors_by_name;

-- An alert is about an entry, or about terms that were changed so that the balance is too low by them: then it says itself
-- what an entry would.
alter table billing_alerts
    alter number drop not null,
    add balance numeric(30, 4),
    add low boolean,
    add over boolean,
    add at timestamptz,
    add check ((number is null) = (balance is not null and low is not null and over is not null and at is not null));
