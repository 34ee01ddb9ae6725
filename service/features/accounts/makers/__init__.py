"""Public maker profiles."""
