-- Lock the suggestion. Of two concurrent decisions, the second finds it decided.
select suggestion_id, maker_id, status, name, url, kind from tool_suggestion where suggestion_id = $1 for no key update
