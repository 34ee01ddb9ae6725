"""Work of admins: moderation and the administration of accounts."""
