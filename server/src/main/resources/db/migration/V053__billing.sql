-- What each partner owes or has paid for, in one currency. The balance is what its entries come to: whoever adds one adds
-- it up, in the database, under the row's lock. Below zero the partner owes; down to the credit limit it may.
create table billings (
    account uuid not null references accounts (id),
    partner uuid not null,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    credit_limit numeric(19, 4) not null check (credit_limit >= 0),
    low_balance numeric(19, 4),
    balance numeric(30, 4) not null default 0,
    entries bigint not null default 0,
    version bigint not null default 1,
    changed_at timestamptz not null default now(),
    changed_by text not null,
    primary key (account, partner),
    foreign key (account, partner) references partners (account, id)
);

-- `low` and `over`: whether this entry took the balance below the threshold, and beyond the credit limit.
create table billing_entries (
    account uuid not null references accounts (id),
    partner uuid not null,
    number bigint not null,
    key text not null check (key <> ''),
    amount numeric(19, 4) not null check (amount <> 0),
    balance numeric(30, 4) not null,
    text text not null check (text <> ''),
    low boolean not null,
    over boolean not null,
    created_at timestamptz not null default clock_timestamp(),
    created_by text not null,
    primary key (account, partner, number),
    unique (account, partner, key),
    foreign key (account, partner) references billings (account, partner)
);

create function add_billing_entry() returns trigger language plpgsql as $$
begin
    update billings b
    set balance = b.balance + new.amount, entries = b.entries + 1
    where b.account = new.account and b.partner = new.partner
    returning b.entries, b.balance,
        coalesce(b.balance < b.low_balance and b.balance - new.amount >= b.low_balance, false),
        b.balance < -b.credit_limit and b.balance - new.amount >= -b.credit_limit
    into new.number, new.balance, new.low, new.over;
    return new;
end
$$;

create trigger billing_entries_add_up before insert on billing_entries
    for each row execute function add_billing_entry();

create function billing_entries_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'billing entries are never changed or removed: add one that makes up for it';
end
$$;

create trigger billing_entries_append_only
    before update or delete or truncate on billing_entries
    for each statement execute function billing_entries_are_append_only();

-- Balances that fell too low, and whom of those who may read them was told already: `after` is the cursor behind the last one.
create table billing_alerts (
    account uuid not null references accounts (id),
    id uuid not null,
    partner uuid not null,
    number bigint not null,
    after text,
    done boolean not null default false,
    primary key (account, id),
    foreign key (account, partner, number) references billing_entries (account, partner, number)
);
create index billing_alerts_open on billing_alerts (account, id) where not done;

-- Who does not want to be told.
create table billing_opt_outs (
    account uuid not null references accounts (id),
    user_id uuid not null,
    primary key (account, user_id),
    foreign key (account, user_id) references users (account, id) on delete cascade
);

-- Published by the module `accounts`: whose alerts there are.
create view accounts_for_billing as
select id from accounts;

-- Published by the module `users`: whom to tell, and in which zone.
create view users_for_billing as
select account, id, name, email, email_verified, time_zone from users;
