"""Processes: supervisor, API process, job process and the listening socket."""
