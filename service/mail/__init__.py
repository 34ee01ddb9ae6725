"""Mail templates and delivery by SMTP or to files."""
