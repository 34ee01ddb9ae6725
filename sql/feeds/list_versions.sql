-- Return the newest versions of a project's workflows: some of each workflow, along workflow_version_number_key.
select n.version_id, w.slug, w.title, n.number, n.changelog, a.display_name as author, n.created_at
from workflow w
cross join lateral (
    select v.version_id, v.number, v.changelog, v.author_id, v.created_at
    from workflow_version v
    where v.workflow_id = w.workflow_id
    order by v.number desc
    limit $2
) n
join maker a on a.maker_id = n.author_id
where w.project_id = $1
order by n.created_at desc, n.version_id desc
limit $2
