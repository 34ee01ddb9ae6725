-- An earlier reservation of the same handle has expired, or nobody else could have given it up.
insert into handle_reservation (handle, maker_id, reserved_until)
values ($1, $2, $3)
on conflict (handle) do update set maker_id = excluded.maker_id, reserved_until = excluded.reserved_until
