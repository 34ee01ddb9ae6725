"""Mail templates and their delivery by SMTP or into files."""
