"""aiohttp's server and connections, responses, streams and request bodies."""
