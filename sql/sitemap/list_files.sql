-- One row for 50,000 addresses: 20 for a million.
select name, urls, built_at from sitemap_file order by name
