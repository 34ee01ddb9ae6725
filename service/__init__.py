"""Backend of AIpoweredMakers: API processes, job processes, migrations and development tools."""
