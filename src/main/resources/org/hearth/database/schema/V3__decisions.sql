-- A line a claim that was judged: what names it, when that was, the claim's keyed hash, and the line as a file would have it.
create table decision (
    id varchar(80) primary key,
    decided_at timestamp with time zone not null,
    claim varchar(40),
    content varchar not null
);

create index decision_claim on decision (claim);
create index decision_at on decision (decided_at);
