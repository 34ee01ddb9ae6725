delete from follow_tag where tag = $1 and maker_id = $2
