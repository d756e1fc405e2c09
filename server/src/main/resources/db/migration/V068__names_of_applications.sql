-- The pages on which decisions are told call applications by their names.
create or replace view applications_for_decisions as
select account, id, key, builtin, origins, name from applications;
