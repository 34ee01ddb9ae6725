"""Features in layers; a feature may import its own layer's earlier features and all layers below."""
