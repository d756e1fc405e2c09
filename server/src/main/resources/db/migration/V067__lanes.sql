-- A job knows its data flow, so that what is due is taken flow by flow: what waits for a slow endpoint is not even looked at
-- while that one has enough in hand.
alter table jobs add flow uuid;
update jobs set flow = m.flow from messages m where m.account = jobs.account and m.id = jobs.message;
alter table jobs alter flow set not null;
create index jobs_by_flow on jobs (account, flow, due_at) where state in ('waiting', 'active');

-- Somebody's wish to have everything delivered again that matches: `wanted` says what, made before `behind`; there may be
-- more until it is `whole`. `matching` is how many there were when it was wished.
alter table reprocess_runs
    add wanted jsonb,
    add behind uuid,
    add whole boolean not null default true,
    add matching bigint not null default 0;
create index reprocess_runs_open on reprocess_runs (account, id) where not whole;
