-- The changes of one thing are found by its id, however many things a change is about.
create index changes_by_item on changes
    using gin (account, jsonb_path_query_array(items, '$[*].id') jsonb_path_ops);
