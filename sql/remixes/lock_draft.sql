-- Lock the draft of a locked workflow. `is_edited` is true when it differs from the newest version.
select d.content::text as content, d.content_hash <> h.content_hash as is_edited
from workflow w
join workflow_version h on h.workflow_id = w.workflow_id and h.number = w.head_number
join workflow_draft d on d.workflow_id = w.workflow_id
where w.workflow_id = $1
for no key update of d
