"""Features in layers. A feature may import earlier features of its own layer and all layers below."""
