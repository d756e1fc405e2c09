-- Finds what the counter of failed attempts has forgotten.
create index sign_in_failures_by_time on sign_in_failures (account, last_failed_at);
