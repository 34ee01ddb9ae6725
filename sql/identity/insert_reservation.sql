-- On conflict, the earlier reservation has expired; otherwise no other maker could have used the handle.
insert into handle_reservation (handle, maker_id, reserved_until)
values ($1, $2, $3)
on conflict (handle) do update set maker_id = excluded.maker_id, reserved_until = excluded.reserved_until
