"""What the service is measured against: each module is one process that answers on `--port`, shared by SO_REUSEPORT."""
