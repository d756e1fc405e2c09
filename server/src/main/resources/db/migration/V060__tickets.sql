-- Published for the module `tickets`: who writes, and who may see what he wrote.
create view users_for_tickets as
select account, id, name, email, email_verified, role, status, reseller, shared_tickets from users;

create index users_who_share_tickets on users (account, id) where shared_tickets;

-- The last number given to a ticket of the account.
create table ticket_numbers (
    account uuid primary key references accounts (id),
    last bigint not null
);

create table tickets (
    account uuid not null references accounts (id),
    id uuid not null,
    number bigint not null,
    subject text not null check (subject <> ''),
    search text collate pg_c_utf8 not null
        generated always as (lower(('#' || number::text || ' ' || subject) collate pg_c_utf8)) stored,
    open boolean not null default true,
    author uuid,
    author_name text not null,
    posts integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    changed_at timestamptz not null default clock_timestamp(),
    version bigint not null default 1,
    primary key (account, id),
    unique (account, number),
    foreign key (account, author) references users (account, id) on delete set null (author)
);
create index tickets_by_change on tickets (account, changed_at, id);
create index tickets_by_author on tickets (account, author, changed_at, id);
create index tickets_by_search on tickets using gin (account, search gin_trgm_ops);

-- What was written, the first one when the ticket was opened.
create table ticket_posts (
    account uuid not null references accounts (id),
    ticket uuid not null,
    id uuid not null,
    author uuid,
    author_name text not null,
    text text not null check (text <> ''),
    at timestamptz not null default clock_timestamp(),
    primary key (account, ticket, id),
    foreign key (account, ticket) references tickets (account, id),
    foreign key (account, author) references users (account, id) on delete set null (author)
);
create index ticket_posts_by_author on ticket_posts (account, author);

create table ticket_attachments (
    account uuid not null references accounts (id),
    ticket uuid not null,
    id uuid not null,
    post uuid not null,
    name text not null check (name <> ''),
    size bigint not null,
    content bytea not null check (octet_length(content) = size and size <= 10000000),
    primary key (account, ticket, id),
    foreign key (account, ticket, post) references ticket_posts (account, ticket, id)
);
alter table ticket_attachments alter column content set storage external;
