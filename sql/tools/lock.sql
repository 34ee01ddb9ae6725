-- Lock the tool with `for no key update`, which does not block saving a version that uses the tool.
select tool_id, slug, name, vendor, url, kind, description, version from tool where slug = $1 for no key update
