-- Whoever is limited to a reseller is told the names of its users alone; those of authors too.
create or replace view users_shown as
select d.*, l.locked_until, (
    select c.reseller from users c where c.account = d.account and c.id = d.created_by
) as created_by_reseller
from user_details d
left join locks_for_users l on l.account = d.account and l.email_key = d.email_key;
