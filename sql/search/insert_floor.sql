-- Upsert the minimum `hot` of a tier.
insert into search_floor (tier, hot) values ($1, $2)
on conflict on constraint search_floor_pkey do update set hot = excluded.hot
