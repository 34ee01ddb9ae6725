-- Comments in threads, votes on them, and what a project's counters say of both.

set lock_timeout = '2s';
set statement_timeout = '60s';

-- The lower bound of the Wilson score interval (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
-- Inference", 1927), z = 1.2816: the share of votes for it that a comment has, with nine chances out of ten, at least.
create function wilson_lower_bound(ups integer, downs integer) returns double precision
language sql immutable parallel safe strict
return case
    when ups <= 0 then 0
    else (
        ups + 1.2816 ^ 2 / 2 - 1.2816 * sqrt(ups::double precision * downs / (ups + downs) + 1.2816 ^ 2 / 4)
    ) / (ups + downs + 1.2816 ^ 2)
end;

create table comment (
    comment_id uuid not null,
    project_id uuid not null,
    -- What it answers to; null at the top.
    parent_id uuid,
    -- From 1, at the top, to 8.
    depth integer not null,
    author_id uuid not null,
    -- Markdown. Null once its author deleted it: what stays then is a place for the replies.
    body text,
    -- The handles it mentions, of makers there were when it was written.
    mentions text[] not null default '{}',
    version bigint not null default 1,
    -- The step of a version that it is about; a reply is about what the top of its thread is about. The workflow goes to
    -- null with the workflow, the rest stays.
    workflow_id uuid,
    version_number integer,
    step_key text,
    -- SHA-256 of the step (its jsonb as text): a head that has another is what makes a comment outdated. Without it every
    -- newer version does.
    step_digest bytea,
    ups integer not null default 0,
    downs integer not null default 0,
    score double precision not null generated always as (wilson_lower_bound(ups, downs)) stored,
    -- Rows that answer to this one, tombstones among them.
    replies integer not null default 0,
    created_at timestamptz not null,
    edited_at timestamptz,
    deleted_at timestamptz,
    -- By an admin, who can take it back: the body stays.
    removed_at timestamptz,
    constraint comment_pkey primary key (comment_id),
    constraint comment_project_id_fkey foreign key (project_id) references project (project_id) on delete cascade,
    -- No action: nothing that was answered to goes before the answers, whoever deletes it.
    constraint comment_parent_id_fkey foreign key (parent_id) references comment (comment_id),
    constraint comment_author_id_fkey foreign key (author_id) references maker (maker_id),
    constraint comment_workflow_id_fkey foreign key (workflow_id) references workflow (workflow_id) on delete set null,
    constraint comment_depth_bounded check (depth between 1 and 8 and (depth = 1) = (parent_id is null)),
    constraint comment_body_length check (char_length(body) between 1 and 10000),
    constraint comment_body_kept check ((body is null) = (deleted_at is not null)),
    constraint comment_gone_once check (num_nonnulls(deleted_at, removed_at) <= 1),
    constraint comment_on_step check (
        (version_number is null) = (step_key is null)
        and (step_key is not null or num_nonnulls(workflow_id, step_digest) = 0)
        and (step_key is null or parent_id is null)
    ),
    constraint comment_counted check (least(ups, downs, replies) >= 0)
);
create index comment_project_id_idx on comment (project_id);
create index comment_workflow_id_idx on comment (workflow_id);
-- The threads of a project, the best first and the newest first.
create index comment_best_idx on comment (project_id, score desc, comment_id desc) where parent_id is null;
create index comment_new_idx on comment (project_id, created_at desc, comment_id desc) where parent_id is null;
-- Those about a workflow, and about one of its steps.
create index comment_workflow_best_idx on comment (workflow_id, score desc, comment_id desc)
where workflow_id is not null;
create index comment_workflow_new_idx on comment (workflow_id, created_at desc, comment_id desc)
where workflow_id is not null;
create index comment_step_best_idx on comment (workflow_id, step_key, score desc, comment_id desc)
where workflow_id is not null;
create index comment_step_new_idx on comment (workflow_id, step_key, created_at desc, comment_id desc)
where workflow_id is not null;
-- Inside a thread.
create index comment_parent_id_idx on comment (parent_id, score desc, comment_id desc);
-- What somebody wrote lately: nobody says the same twice in a minute.
create index comment_author_id_idx on comment (author_id, created_at desc);

-- `project_id` is the comment's: one's own votes in a project are a walk along comment_vote_maker_idx.
create table comment_vote (
    comment_id uuid not null,
    maker_id uuid not null,
    project_id uuid not null,
    value integer not null,
    created_at timestamptz not null,
    constraint comment_vote_pkey primary key (comment_id, maker_id),
    constraint comment_vote_comment_id_fkey foreign key (comment_id) references comment (comment_id) on delete cascade,
    constraint comment_vote_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint comment_vote_value_known check (value in (-1, 1))
);
create index comment_vote_maker_idx on comment_vote (maker_id, project_id, comment_id);

-- Who wrote how many of a project's comments that can be read; nobody with none has a row.
create table project_commenter (
    project_id uuid not null,
    maker_id uuid not null,
    comments integer not null,
    constraint project_commenter_pkey primary key (project_id, maker_id),
    constraint project_commenter_project_id_fkey foreign key (project_id)
    references project (project_id) on delete cascade,
    constraint project_commenter_maker_id_fkey foreign key (maker_id) references maker (maker_id),
    constraint project_commenter_counted check (comments > 0)
);
create index project_commenter_maker_id_idx on project_commenter (maker_id);

-- Triggers keep the counts, so that no statement that writes, deletes, removes or purges forgets them. Everybody locks
-- project_stats first, then comments, then votes: the statements of sql/discussion before these do.

-- `moves`: comments that can be read, more or fewer, by project and maker.
create function count_comments(projects uuid[], makers uuid[], moves integer[]) returns void
language plpgsql as $$
begin
    perform s.project_id from project_stats s
    where s.project_id = any(projects)
    order by s.project_id
    for no key update;

    with move as (
        select m.project_id, m.maker_id, sum(m.move)::integer as move
        from unnest(projects, makers, moves) as m (project_id, maker_id, move)
        group by m.project_id, m.maker_id
        having sum(m.move) <> 0
    ),

    put as (
        insert into project_commenter as k (project_id, maker_id, comments)
        select m.project_id, m.maker_id, m.move from move m where m.move > 0 order by m.project_id, m.maker_id
        on conflict on constraint project_commenter_pkey do update set comments = k.comments + excluded.comments
        returning k.project_id, k.maker_id, k.comments
    ),

    fewer as (
        update project_commenter k set comments = k.comments + m.move
        from move m
        where k.project_id = m.project_id and k.maker_id = m.maker_id and m.move < 0 and k.comments > -m.move
    ),

    gone as (
        delete from project_commenter k
        using move m
        where k.project_id = m.project_id and k.maker_id = m.maker_id and m.move < 0 and k.comments <= -m.move
        returning k.project_id, k.maker_id
    )

    update project_stats s set comments = s.comments + r.comments, commenters = s.commenters + r.commenters
    from (
        select
            m.project_id, sum(m.move) as comments,
            count(*) filter (where p.comments = m.move) - count(*) filter (where g.maker_id is not null) as commenters
        from move m
        left join put p on p.project_id = m.project_id and p.maker_id = m.maker_id
        left join gone g on g.project_id = m.project_id and g.maker_id = m.maker_id
        group by m.project_id
    ) r
    where s.project_id = r.project_id;
end
$$;

create function comment_written() returns trigger
language plpgsql as $$
begin
    perform count_comments(array_agg(c.project_id), array_agg(c.author_id), array_agg(1))
    from changed c
    where c.deleted_at is null and c.removed_at is null;

    update comment p set replies = p.replies + r.replies
    from (select c.parent_id, count(*) as replies from changed c group by c.parent_id) r
    where p.comment_id = r.parent_id;
    return null;
end
$$;

create function comment_gone() returns trigger
language plpgsql as $$
begin
    perform count_comments(array_agg(c.project_id), array_agg(c.author_id), array_agg(-1))
    from changed c
    where c.deleted_at is null and c.removed_at is null;

    update comment p set replies = p.replies - r.replies
    from (select c.parent_id, count(*) as replies from changed c group by c.parent_id) r
    where p.comment_id = r.parent_id;

    -- A tombstone stands for its replies; with the last of them it goes too, and so up the thread. A statement that
    -- deletes nothing comes here as well.
    if exists (select from changed c where c.parent_id is not null) then
        delete from comment p
        where p.comment_id in (select c.parent_id from changed c) and p.deleted_at is not null and p.replies = 0;
    end if;
    return null;
end
$$;

create function comment_shown() returns trigger
language plpgsql as $$
begin
    perform count_comments(
        array[new.project_id], array[new.author_id],
        array[case when new.deleted_at is null and new.removed_at is null then 1 else -1 end]
    );
    return null;
end
$$;

create trigger comment_written after insert on comment
referencing new table as changed for each statement execute function comment_written();
create trigger comment_gone after delete on comment
referencing old table as changed for each statement execute function comment_gone();
create trigger comment_shown after update on comment
for each row when (
    (old.deleted_at is null and old.removed_at is null) <> (new.deleted_at is null and new.removed_at is null)
)
execute function comment_shown();

create function comment_vote_count() returns trigger
language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update comment c set ups = c.ups - r.ups, downs = c.downs - r.downs
        from (
            select v.comment_id, count(*) filter (where v.value > 0) as ups, count(*) filter (where v.value < 0) as downs
            from old_vote v
            group by v.comment_id
        ) r
        where c.comment_id = r.comment_id;
    end if;
    if tg_op <> 'DELETE' then
        update comment c set ups = c.ups + r.ups, downs = c.downs + r.downs
        from (
            select v.comment_id, count(*) filter (where v.value > 0) as ups, count(*) filter (where v.value < 0) as downs
            from new_vote v
            group by v.comment_id
        ) r
        where c.comment_id = r.comment_id;
    end if;
    return null;
end
$$;

create trigger comment_vote_given after insert on comment_vote
referencing new table as new_vote for each statement execute function comment_vote_count();
create trigger comment_vote_changed after update on comment_vote
referencing old table as old_vote new table as new_vote for each statement execute function comment_vote_count();
create trigger comment_vote_withdrawn after delete on comment_vote
referencing old table as old_vote for each statement execute function comment_vote_count();
