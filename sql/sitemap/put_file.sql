-- Upsert a file.
insert into sitemap_file (name, urls, body, built_at) values ($1, $2, $3, $4)
on conflict on constraint sitemap_file_pkey do update
set urls = excluded.urls, body = excluded.body, built_at = excluded.built_at
