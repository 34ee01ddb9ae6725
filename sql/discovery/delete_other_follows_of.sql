-- Delete the follows of projects, tags and tools, which have no counters.
with projects as (
    delete from follow_project where maker_id = $1
),

tags as (
    delete from follow_tag where maker_id = $1
)

delete from follow_tool where maker_id = $1
