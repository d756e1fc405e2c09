-- The endpoints of an application: every operation of the OpenAPI document that it was last given, placed in an area or
-- not. Tags are in the document's order; where there is none, fallback names the area.
create table endpoints (
    account uuid not null,
    application uuid not null,
    path text not null,
    method text not null,
    tags text[] not null,
    fallback text not null,
    access text,
    summary text not null,
    primary key (account, application, path, method),
    foreign key (account, application) references applications (account, id) on delete cascade
);

create view endpoints_for_decisions as
select account, application, path, method, summary from endpoints;
