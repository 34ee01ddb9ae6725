"""Peers of the service: each module is one process that listens on `--port`, shared by SO_REUSEPORT."""
