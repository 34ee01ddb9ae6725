-- Anonymizes the reports of a deleted account. Moderators still decide on them, and no maker is notified of the
-- outcome.
update report set reporter_id = null where reporter_id = $1
