-- What is trending, as the worker last counted it, and what it needs to count.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- Rows come nearly in the order of their times, so that ranges of pages tell the last fortnight from the rest, for a
-- few kilobytes. Not concurrently: until the first release there are no stars.
-- squawk-ignore require-concurrent-index-creation
create index star_recent_idx on star using brin (created_at);

create table trending (
    kind text not null,
    -- A tag, or a tool's slug.
    name text not null,
    score double precision not null,
    -- Stars given to its projects, and projects published, in the last 7 days; and in the 7 days before.
    recent integer not null,
    before integer not null,
    counted_at timestamptz not null,
    constraint trending_pkey primary key (kind, name),
    constraint trending_kind_known check (kind in ('tag', 'tool'))
);
create index trending_score_idx on trending (kind, score desc, name);
