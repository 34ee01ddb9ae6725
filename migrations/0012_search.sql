-- Search: what is looked through, by words of English and Dutch, and the words there are (docs/decisions/0027).

set lock_timeout = '2s';
set statement_timeout = '60s';

-- Both are trusted: whoever may create in the database may create them.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- Text as it is compared: without case and accents, and what joins words (-, _, /, a dot, the brackets of a tag) leaves
-- them apart, so that "reading-coach" is found as "reading coach", and words inside <tags> are found at all.
create function search_fold(said text) returns text
language sql immutable parallel safe as $$
    select translate(
        lower(
            case
                when octet_length(said) = char_length(said) then said
                else regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')
            end
        ),
        '-_/\.<>@', '        '
    )
$$;

-- The words of a text, in their English and in their Dutch form at the same places: a phrase may mix both. A cast of
-- text joins the places of a word that is the same in both; `||` would put the second half behind the first.
create function search_vector(said text, weight "char") returns tsvector
language plpgsql immutable parallel safe as $$
declare
    folded constant text := search_fold(said);
begin
    return setweight(
        (to_tsvector('pg_catalog.english', folded)::text || ' ' || to_tsvector('pg_catalog.dutch', folded)::text)::tsvector,
        weight
    );
end
$$;

-- A whole document by weight. What would be too much for a tsvector (1 MiB: 200,000 characters of nothing but new words)
-- is cut shorter until it fits; a commit never fails for it.
create function search_document(a text, b text, c text, d text) returns tsvector
language plpgsql immutable parallel safe
set client_min_messages = error as $$
declare
    kept integer := 200000;
begin
    loop
        begin
            return
                search_vector(a, 'A') || search_vector(b, 'B')
                || search_vector(left(c, kept), 'C') || search_vector(left(d, kept), 'D');
        exception when program_limit_exceeded then
            kept := kept / 2;
        end;
    end loop;
end
$$;

-- What was typed, in the syntax of websearch_to_tsquery, as English or as Dutch: each as a whole, so that stop words are
-- ignored in their own language alone.
create function search_either(typed text) returns tsquery
language plpgsql immutable parallel safe
set client_min_messages = error as $$
declare
    folded constant text := search_fold(typed);
    english constant tsquery := websearch_to_tsquery('pg_catalog.english', folded);
    dutch constant tsquery := websearch_to_tsquery('pg_catalog.dutch', folded);
begin
    return case when english = dutch then english else english || dutch end;
end
$$;

-- One of `wanted` has to be met, and nothing of `unwanted` may be: what is unwanted is so in both languages. Empty when
-- nothing is wanted: everything but a word is no search.
create function search_query(wanted text[], unwanted text) returns tsquery
language plpgsql immutable parallel safe as $$
declare
    query tsquery;
    without constant tsquery := search_either(unwanted);
begin
    for place in 1..cardinality(wanted) loop
        query := case when place = 1 then search_either(wanted[1]) else query || search_either(wanted[place]) end;
    end loop;
    return case when coalesce(numnode(query), 0) = 0 or numnode(without) = 0 then query else query && !!without end;
end
$$;

-- Where the tiers end: tier 0 holds the hottest projects (about 4,000), each next tier the next, four times as many, tier
-- 4 all others. A project is as many tiers down as there are floors above it. A job moves the floors up, and what is below
-- them on.
create table search_floor (
    tier integer not null,
    hot double precision not null,
    constraint search_floor_pkey primary key (tier)
);

create function search_tier(hot double precision) returns integer
language sql stable parallel safe as $$
    select count(*)::integer from search_floor f where $1 < f.hot
$$;

-- Listed projects (view project_listed). `marks` is stars + 2 forks + commenters; it and `hot` may lag behind by a tenth
-- (project_stats_searched). A search visits thousands of rows, and for that they are short: long documents stand apart
-- from them, and are read for a phrase alone. What ranks is `head`, the words of the title, the tags and the tagline.
create table project_search (
    project_id uuid not null,
    tier integer not null,
    hot double precision not null,
    marks integer not null,
    title_key text not null,
    document tsvector not null,
    head tsvector not null generated always as (ts_filter(document, '{a,b}')) stored,
    constraint project_search_pkey primary key (project_id),
    constraint project_search_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint project_search_tier_known check (tier between 0 and 4)
) with (fillfactor = 80, toast_tuple_target = 128);
alter table project_search alter column document set storage external;
alter table project_search alter column title_key set storage plain;
alter table project_search alter column head set storage plain;
-- One a tier: a word that is everywhere is looked for among 4,000 first, and that is enough. Without a list of what is
-- pending, which every search would have to read.
create index project_search_0_idx on project_search using gin (document) with (fastupdate = off) where tier = 0;
create index project_search_1_idx on project_search using gin (document) with (fastupdate = off) where tier = 1;
create index project_search_2_idx on project_search using gin (document) with (fastupdate = off) where tier = 2;
create index project_search_3_idx on project_search using gin (document) with (fastupdate = off) where tier = 3;
create index project_search_4_idx on project_search using gin (document) with (fastupdate = off) where tier = 4;
-- What a title begins with.
create index project_search_title_idx on project_search (tier, title_key collate "C");

-- The newest versions of workflows in listed projects, with tier and rank of those.
create table workflow_search (
    workflow_id uuid not null,
    project_id uuid not null,
    tier integer not null,
    hot double precision not null,
    marks integer not null,
    document tsvector not null,
    head tsvector not null generated always as (ts_filter(document, '{a,b}')) stored,
    constraint workflow_search_pkey primary key (workflow_id),
    constraint workflow_search_workflow_id_fkey foreign key (workflow_id)
    references workflow (workflow_id) on delete cascade,
    constraint workflow_search_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint workflow_search_tier_known check (tier between 0 and 4)
) with (fillfactor = 80, toast_tuple_target = 128);
alter table workflow_search alter column document set storage external;
alter table workflow_search alter column head set storage plain;
create index workflow_search_0_idx on workflow_search using gin (document) with (fastupdate = off) where tier = 0;
create index workflow_search_1_idx on workflow_search using gin (document) with (fastupdate = off) where tier = 1;
create index workflow_search_2_idx on workflow_search using gin (document) with (fastupdate = off) where tier = 2;
create index workflow_search_3_idx on workflow_search using gin (document) with (fastupdate = off) where tier = 3;
create index workflow_search_4_idx on workflow_search using gin (document) with (fastupdate = off) where tier = 4;
create index workflow_search_project_id_idx on workflow_search (project_id);

-- Makers who are active, by the words of their name and their handle.
create table maker_search (
    maker_id uuid not null,
    handle text not null,
    name_key text not null,
    document tsvector not null,
    constraint maker_search_pkey primary key (maker_id),
    constraint maker_search_maker_id_fkey foreign key (maker_id) references maker (maker_id) on delete cascade
);
create index maker_search_document_idx on maker_search using gin (document) with (fastupdate = off);
create index maker_search_handle_idx on maker_search (handle collate "C");
create index maker_search_name_idx on maker_search (name_key collate "C");

create function search_shortened(word text) returns text[]
language sql immutable parallel safe as $$
    select array_agg(distinct left(word, place) || substr(word, place + 2))
    from generate_series(0, char_length(word)) as place
$$;

-- The words of titles, taglines and tags (`text`), and of makers' names (`name`): what a misspelt word may have meant.
-- `level` is about the logarithm of how often a word was listed, to the base 2 (approximate counting: R. Morris, Counting
-- large numbers of events in small registers, 1978): the more common a word, the more rarely its row is written, so that
-- nobody waits for it. Nothing is taken away when a project goes; a job removes rare words that nothing has any more.
create table search_word (
    kind text not null,
    word text not null,
    level integer not null,
    -- The word, and what is left of it without one of its letters: words that differ by one letter, or by two neighbours
    -- that are swapped, share one of these (symmetric deletes: W. Garbe, 2012).
    shortened text[] not null generated always as (search_shortened(word)) stored,
    constraint search_word_pkey primary key (kind, word),
    constraint search_word_kind_known check (kind in ('text', 'name'))
);
create index search_word_shortened_idx on search_word using gin (shortened) with (fastupdate = off);
create index search_word_similar_idx on search_word using gin (word gin_trgm_ops) with (fastupdate = off);

create function search_learn(what text, said text) returns void
language sql
set client_min_messages = error as $$
    insert into search_word (kind, word, level)
    select what, r.word, 0
    from unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', search_fold(said)))) as r (word)
    left join search_word s on s.kind = what and s.word = r.word
    where
        char_length(r.word) between 3 and 40 and r.word !~ '[0-9]'
        and (s.word is null or random() < power(2, -s.level))
    order by r.word
    on conflict on constraint search_word_pkey do update set level = search_word.level + 1
$$;

-- How many documents of a source meet a query; no more than `most` are counted.
create function search_count(source text, query tsquery, most integer) returns integer
language plpgsql stable
set enable_seqscan = off
set enable_indexscan = off as $$
declare
    found integer := 0;
    more integer;
begin
    for tier in 0..4 loop
        execute format(
            'select count(*) from (select from %1$s_search s where s.tier = %2$s and s.document @@ $1 limit $2) f',
            source, tier
        )
        into more
        using query, most - found;
        found := found + more;
        exit when found >= most;
    end loop;
    return found;
end
$$;

-- The words of a kind that one may stand for; the word itself alone, if it is one of them, or five texts have it. Those
-- of one letter more or less are enough; where there are none, of longer words those that share three letters in a row
-- with it, and again, and again.
create function search_similar(what text, misspelt text) returns table (word text, level integer)
language plpgsql stable
set pg_trgm.similarity_threshold = 0.3 as $$
begin
    if
        exists (select from search_word s where s.kind = what and s.word = misspelt)
        or what = 'text' and search_count('project', search_either(misspelt), 5) = 5
    then
        word := misspelt;
        level := 0;
        return next;
        return;
    end if;
    return query
    select s.word, s.level
    from search_word s
    where s.shortened && search_shortened(misspelt) and s.kind = what
    order by s.level desc, s.word
    limit 100;
    if found or char_length(misspelt) < 6 then
        return;
    end if;
    return query
    select s.word, s.level
    from search_word s
    where s.word % misspelt and s.kind = what and levenshtein_less_equal(s.word, misspelt, 3) <= 3
    order by levenshtein_less_equal(s.word, misspelt, 3), s.level desc, s.word
    limit 50;
end
$$;

-- Documents

create function project_document(id uuid) returns tsvector
language plpgsql stable as $$
declare
    said record;
    one record;
    prompts text := '';
begin
    select p.title, p.tagline, p.tags, p.body into strict said from project p where p.project_id = id;
    for one in
        select w.title, w.summary, v.content
        from workflow w
        join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
        where w.project_id = id
        order by w.workflow_id
    loop
        prompts := concat_ws(E'\n', prompts, one.title, one.summary, search_prompts(one.content));
        exit when char_length(prompts) >= 80000;
    end loop;
    return search_document(
        said.title, array_to_string(said.tags, E'\n') || E'\n' || said.tagline, left(prompts, 80000), said.body
    );
end
$$;

create function search_prompts(content jsonb) returns text
language sql immutable parallel safe as $$
    select string_agg(concat_ws(E'\n', s.step ->> 'title', s.step ->> 'template'), E'\n' order by s.place)
    from jsonb_array_elements(content -> 'steps') with ordinality as s (step, place)
$$;

-- Triggers keep it all in step, in the transaction that changes something (docs/decisions/0021); those of projects and
-- workflows wait for the commit. Locks are those of 0011_discovery, in its order: the owner's row, project_stats. Of two
-- changes of one project at the same moment, the later to come to that lock reads what the earlier wrote.

create function relist_project_search(ids uuid[]) returns void
language plpgsql as $$
begin
    perform o.maker_id from project p join maker o on o.maker_id = p.owner_id
    where p.project_id = any(ids)
    for key share of o;

    perform s.project_id from project_stats s
    where s.project_id = any(ids)
    order by s.project_id
    for no key update;

    delete from project_search r
    where r.project_id = any(ids) and not exists (
        select from project_listed l where l.project_id = r.project_id
    );

    insert into project_search as r (project_id, tier, hot, marks, title_key, document)
    select
        l.project_id, search_tier(s.hot), s.hot, s.stars + 2 * s.forks + s.commenters, left(search_fold(p.title), 120),
        project_document(l.project_id)
    from project_listed l
    join project p on p.project_id = l.project_id
    join project_stats s on s.project_id = l.project_id
    where l.project_id = any(ids)
    on conflict on constraint project_search_pkey do update set
        hot = excluded.hot, marks = excluded.marks, title_key = excluded.title_key, document = excluded.document;

    perform search_learn('text', concat_ws(' ', p.title, p.tagline, array_to_string(p.tags, ' ')))
    from project_listed l
    join project p on p.project_id = l.project_id
    where l.project_id = any(ids);
end
$$;

create function relist_workflow_search(ids uuid[]) returns void
language plpgsql as $$
begin
    perform o.maker_id
    from workflow w
    join project p on p.project_id = w.project_id
    join maker o on o.maker_id = p.owner_id
    where w.workflow_id = any(ids)
    for key share of o;

    perform s.project_id from project_stats s
    where s.project_id in (select w.project_id from workflow w where w.workflow_id = any(ids))
    order by s.project_id
    for no key update;

    delete from workflow_search r
    where r.workflow_id = any(ids) and not exists (
        select from workflow w join project_listed l on l.project_id = w.project_id
        where w.workflow_id = r.workflow_id and w.head_number is not null
    );

    insert into workflow_search as r (workflow_id, project_id, tier, hot, marks, document)
    select
        w.workflow_id, w.project_id, search_tier(s.hot), s.hot, s.stars + 2 * s.forks + s.commenters,
        search_document(w.title, w.summary, search_prompts(v.content), '')
    from workflow w
    join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
    join project_listed l on l.project_id = w.project_id
    join project_stats s on s.project_id = w.project_id
    where w.workflow_id = any(ids)
    on conflict on constraint workflow_search_pkey do update set
        hot = excluded.hot, marks = excluded.marks, document = excluded.document;
end
$$;

create function project_relist_search() returns trigger
language plpgsql as $$
begin
    perform relist_project_search(array[new.project_id]);
    return null;
end
$$;

create function project_relist_all_search() returns trigger
language plpgsql as $$
begin
    perform relist_workflow_search(array(select w.workflow_id from workflow w where w.project_id = new.project_id));
    perform relist_project_search(array[new.project_id]);
    return null;
end
$$;

-- Triggers that wait run in the order of their names, for one row: after those of project_rank, which know how hot it is.
create constraint trigger project_search_made after insert on project
deferrable initially deferred for each row
when (new.status = 'published')
execute function project_relist_all_search();
create constraint trigger project_search_moved after update on project
deferrable initially deferred for each row
when (
    (old.status, old.visibility, old.published_at, old.deleted_at)
    is distinct from (new.status, new.visibility, new.published_at, new.deleted_at)
)
execute function project_relist_all_search();
create constraint trigger project_search_changed after update on project
deferrable initially deferred for each row
when (
    new.status = 'published'
    and (old.status, old.visibility, old.published_at, old.deleted_at)
    is not distinct from (new.status, new.visibility, new.published_at, new.deleted_at)
    and (old.title, old.tagline, old.tags, old.body) is distinct from (new.title, new.tagline, new.tags, new.body)
)
execute function project_relist_search();

create function workflow_relist_search() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'DELETE' then
        -- Of a new version and a project that is published at the same moment, one waits and sees the other.
        perform p.project_id from project p where p.project_id = new.project_id for share;
        perform relist_workflow_search(array[new.workflow_id]);
        perform relist_project_search(array[new.project_id]);
    else
        perform relist_project_search(array[old.project_id]);
    end if;
    return null;
end
$$;

create constraint trigger workflow_search_made after insert on workflow
deferrable initially deferred for each row
when (new.head_number is not null)
execute function workflow_relist_search();
create constraint trigger workflow_search_changed after update on workflow
deferrable initially deferred for each row
when (
    (old.head_number, old.title, old.summary) is distinct from (new.head_number, new.title, new.summary)
    and new.head_number is not null
)
execute function workflow_relist_search();
create constraint trigger workflow_search_gone after delete on workflow
deferrable initially deferred for each row
when (old.head_number is not null)
execute function workflow_relist_search();

create function project_stats_searched() returns trigger
language plpgsql as $$
begin
    update project_search r set hot = new.hot, marks = new.stars + 2 * new.forks + new.commenters
    where r.project_id = new.project_id;
    update workflow_search r set hot = new.hot, marks = new.stars + 2 * new.forks + new.commenters
    where r.project_id = new.project_id;
    return null;
end
$$;

-- A tenth is a quarter more marks: what has many is rarely written.
create trigger project_stats_searched after update on project_stats
for each row when (floor(old.hot * 10) <> floor(new.hot * 10))
execute function project_stats_searched();

create function maker_relist_search() returns trigger
language plpgsql as $$
begin
    if new.status = 'active' then
        insert into maker_search (maker_id, handle, name_key, document)
        values (
            new.maker_id, new.handle, left(search_fold(new.display_name), 120),
            to_tsvector('pg_catalog.simple', search_fold(new.handle || E'\n' || new.display_name))
        )
        on conflict on constraint maker_search_pkey do update set
            handle = excluded.handle, name_key = excluded.name_key, document = excluded.document;
        perform search_learn('name', new.handle || E'\n' || new.display_name);
    else
        delete from maker_search r where r.maker_id = new.maker_id;
    end if;
    return null;
end
$$;

create constraint trigger maker_search_made after insert on maker
deferrable initially deferred for each row
execute function maker_relist_search();
create constraint trigger maker_search_changed after update on maker
deferrable initially deferred for each row
when ((old.handle, old.display_name, old.status) is distinct from (new.handle, new.display_name, new.status))
execute function maker_relist_search();

create function maker_relist_projects_search() returns trigger
language plpgsql as $$
begin
    perform relist_workflow_search(
        array(
            select w.workflow_id
            from project p
            join workflow w on w.project_id = p.project_id
            where p.owner_id = new.maker_id
        )
    );
    perform relist_project_search(array(select p.project_id from project p where p.owner_id = new.maker_id));
    return null;
end
$$;

create constraint trigger maker_search_gone after update on maker
deferrable initially deferred for each row
when (old.status <> 'deleted' and new.status = 'deleted')
execute function maker_relist_projects_search();

-- Finding

-- Up to a thousand of a source (`project`, `workflow`) that meet a query, the hottest of them, and their scores. Tier by
-- tier, until there are enough. Of a phrase, the thousand that have its words are read for their places; those that have
-- them elsewhere come without a score. In a tier 20,000 are looked at: the time it takes has a bound whatever is asked.
-- EXECUTE plans with the query itself before it; a plan for any query would walk all. Walking the table or the titles of
-- a tier is no way, although it looks cheap to a planner that does not know what reading a document costs: what is left
-- is the tier's index of words.
--
-- The score is ln(rank · popularity · freshness), so that it does not depend on when it is asked: a year halves it. Each
-- word in the title counts 1, in the tags or the tagline 0.4 (a workflow's summary); one elsewhere was enough to be found.
create function search_ranked(source text, wanted text[], unwanted text)
returns table (id uuid, score double precision)
language plpgsql stable
set enable_seqscan = off
set enable_indexscan = off as $$
declare
    query constant tsquery := search_query(wanted, unwanted);
    plain constant tsquery := search_query(wanted, '');
    words constant tsquery := regexp_replace(plain::text, '<(-|\d+)>', '&', 'g')::tsquery;
    any_word constant tsquery := replace(words::text, '&', '|')::tsquery;
    phrased constant boolean := plain::text ~ '<(-|\d+)>';
    left_to_look_at integer := 1000;
    seen integer;
begin
    if coalesce(numnode(query), 0) = 0 then
        return;
    end if;
    for tier in 0..4 loop
        return query execute format(
            $q$
            select
                b.id,
                case when %3$s then
                    ln(ts_rank_cd('{0, 0, 0.4, 1}', b.head, $2) + 0.02::double precision)
                    + ln(1 + log10(greatest(1, b.marks)::double precision))
                    + b.hot * (ln(2) / (365.25 * 86400 / 79200))
                end
            from (
                select a.id, a.hot, a.marks, a.head, a.document
                from (
                    select s.%1$s_id as id, s.hot, s.marks, s.head, s.document
                    from %1$s_search s
                    where s.tier = %2$s and s.document @@ $1
                    limit 20000
                ) a
                order by a.hot desc, a.id desc
                limit $3
            ) b
            $q$,
            source, tier, case when phrased then 'b.document @@ $4' else 'true' end
        )
        using case when phrased then words else query end, any_word, left_to_look_at, query;
        get diagnostics seen = row_count;
        left_to_look_at := left_to_look_at - seen;
        exit when left_to_look_at = 0;
    end loop;
end
$$;

-- What is there already. (The first release finds next to nothing.)
do $$
begin
    perform relist_workflow_search(array(select w.workflow_id from workflow w));
    perform relist_project_search(array(select p.project_id from project p));
    insert into maker_search (maker_id, handle, name_key, document)
    select
        m.maker_id, m.handle, left(search_fold(m.display_name), 120),
        to_tsvector('pg_catalog.simple', search_fold(m.handle || E'\n' || m.display_name))
    from maker m
    where m.status = 'active';
    perform search_learn('name', m.handle || E'\n' || m.display_name) from maker m where m.status = 'active';
end
$$;

-- What a tag begins with. Not concurrently: until the first release the table is small.
-- squawk-ignore require-concurrent-index-creation
create index tag_prefix_idx on tag (name collate "C") where projects > 0;
