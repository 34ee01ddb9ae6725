"""
PostgreSQL and Redis for one developer's machine: found, started, watched and stopped, with all data in
`.local/`.
"""
