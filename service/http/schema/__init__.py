"""Wire types: decoding, validation, encoding and JSON Schema."""
