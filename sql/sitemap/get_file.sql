-- Return one file by its key.
select body from sitemap_file where name = $1
