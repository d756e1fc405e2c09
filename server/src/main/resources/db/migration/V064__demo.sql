-- The account that was filled as an example, and whether that came to its end.
create table demos (
    account uuid primary key references accounts (id),
    filled_at timestamptz
);
