"""HTTP transport on aiohttp: server, connections, responses, streams and request bodies."""
