select slug from tool where slug = any($1)
