-- Delete surplus files of a kind after its number of addresses has shrunk.
delete from sitemap_file where name = any($1)
