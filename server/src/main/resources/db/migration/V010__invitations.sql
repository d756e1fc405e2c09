-- Who was invited and has not come yet. The inviter is no reference: an invitation outlives whoever wrote it, and is judged
-- by what became of him.
create table invitations (
    account uuid not null references accounts (id),
    user_id uuid not null,
    inviter uuid,
    inviter_name text not null,
    inviter_email text not null,
    note text not null default '',
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (account, user_id),
    foreign key (account, user_id) references users (account, id) on delete cascade
);

-- Every link that a user was ever invited by, good or not: whoever comes with an old one is told what became of it.
create table invitation_tokens (
    account uuid not null references accounts (id),
    token_hash bytea not null check (octet_length(token_hash) = 32),
    user_id uuid not null,
    primary key (account, token_hash),
    foreign key (account, user_id) references users (account, id) on delete cascade
);
create index invitation_tokens_by_user on invitation_tokens (account, user_id);
