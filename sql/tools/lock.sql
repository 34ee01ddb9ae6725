-- "no key": saving a version that names the tool goes on.
select tool_id, slug, name, vendor, url, kind, description, version from tool where slug = $1 for no key update
