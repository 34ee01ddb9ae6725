-- All labels of a workflow, at most 20. The caller has checked access.
select name, number, updated_at from workflow_label where workflow_id = $1 order by name
