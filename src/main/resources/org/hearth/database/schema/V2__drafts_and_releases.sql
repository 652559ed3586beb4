-- Drafts, kept rulesets: content under a name, exchanged by whoever knows the revision that stands.
create table store_object (
    name varchar(200) primary key,
    revision bigint not null,
    content bytea not null
);

-- Entries that are only ever added, numbered from 1 in each log without a hole.
create table store_entry (
    log varchar(40) not null,
    number bigint not null,
    content bytea not null,
    constraint store_entry_once primary key (log, number)
);
