"""Wire types: decoding, validation, encoding, JSON Schema and OpenAPI."""
