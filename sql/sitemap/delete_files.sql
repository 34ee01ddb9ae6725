-- Files of a kind beyond the last one: there are fewer addresses now.
delete from sitemap_file where name = any($1)
