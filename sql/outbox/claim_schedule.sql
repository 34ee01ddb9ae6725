-- Claims one run per interval: the row lock serializes the workers, and later workers find next_at already advanced.
insert into outbox_schedule as schedule (name, next_at)
values ($1, now() + make_interval(secs => $2::float8))
on conflict on constraint outbox_schedule_pk do update
set next_at = excluded.next_at
where schedule.next_at <= now()
returning schedule.name
