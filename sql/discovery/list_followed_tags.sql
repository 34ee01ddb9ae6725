-- Uses follow_tag_since_idx from the cursor's position.
select t.tag, t.created_at as since
from follow_tag t
where t.maker_id = $1 and (t.created_at, t.tag) < ($2, $3)
order by t.created_at desc, t.tag desc
limit $4
