-- From where somebody signed in lately, for whoever narrows the allow-list.
create index audit_entries_of_sign_ins on audit_entries (account, actor, at) where kind = 'session.opened';
