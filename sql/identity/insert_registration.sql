-- password_hash and display_name belong to an earlier protocol (docs/decisions/0039-registration-protocol.md). An empty
-- hash matches no password, even if a process of the previous release confirms the row during a rollout.
insert into registration (registration_id, email, handle, display_name, password_hash, created_at, expires_at)
values ($1, $2, $3, $3, '', $4, $5)
