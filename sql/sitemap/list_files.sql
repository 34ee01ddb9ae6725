-- One row per 50,000 addresses: 20 rows for a million.
select name, urls, built_at from sitemap_file order by name
