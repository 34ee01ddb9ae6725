-- Of one who deletes their account: what they reported is still judged, and nobody is told.
update report set reporter_id = null where reporter_id = $1
