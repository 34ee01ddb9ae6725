"""Members of a project, invitations and transfers."""
