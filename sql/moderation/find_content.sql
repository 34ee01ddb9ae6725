-- Return the current text of a target, or null if it is gone. The caller has already checked access.
select case $1::text
    when 'project' then (
        select jsonb_build_object(
            'title', p.title, 'tagline', p.tagline, 'body', p.body, 'links', p.links, 'cover_url', p.cover_url,
            'tags', to_jsonb(p.tags)
        )
        from project p where p.project_id = $2
    )
    when 'workflow' then (
        select jsonb_build_object(
            'title', w.title, 'summary', w.summary, 'number', w.head_number, 'changelog', v.changelog,
            'content', v.content
        )
        from workflow w
        left join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
        where w.workflow_id = $2
    )
    when 'comment' then (
        select jsonb_build_object('body', c.body) from comment c where c.comment_id = $2 and c.deleted_at is null
    )
    when 'collection' then (
        select jsonb_build_object(
            'title', x.title, 'description', x.description, 'notes', (
                select coalesce(jsonb_agg(n.note), '[]')
                from (
                    select i.note from collection_item i
                    where i.collection_id = x.collection_id and i.note <> ''
                    order by i.position, i.project_id
                    limit 100
                ) n
            )
        )
        from collection x where x.collection_id = $2
    )
    when 'maker' then (
        select jsonb_build_object(
            'handle', m.handle, 'display_name', m.display_name, 'bio', m.bio, 'links', m.links,
            'avatar_url', m.avatar_url
        )
        from maker m where m.maker_id = $2 and m.status <> 'deleted'
    )
end::text
