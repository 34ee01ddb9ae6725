"""Features for admins: moderation and the administration of accounts."""
