-- An unchanged draft has the content of the newest version.
insert into workflow_draft (workflow_id, content, content_hash, updated_at, updated_by)
select w.workflow_id, v.content, v.content_hash, v.created_at, v.author_id
from workflow w
join workflow_version v on v.workflow_id = w.workflow_id and v.number = w.head_number
