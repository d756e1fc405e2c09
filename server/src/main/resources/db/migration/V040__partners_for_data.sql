-- Whose data there is, published for the modules that keep such data. A partner is on when it is switched on itself and so
-- is its reseller; nobody sees the data of one that is off.
create view partners_for_data as
select partners.account, partners.id, partners.key, partners.name, partners.name_key, partners.search, partners.reseller,
    partners.active and coalesce(resellers.active, true) as active
from partners
left join resellers on resellers.account = partners.account and resellers.id = partners.reseller;
