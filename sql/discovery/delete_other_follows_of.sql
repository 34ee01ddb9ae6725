-- Of projects, tags and tools: nothing counts these.
with projects as (
    delete from follow_project where maker_id = $1
),

tags as (
    delete from follow_tag where maker_id = $1
)

delete from follow_tool where maker_id = $1
