"""What we know: the catalogue, and how it is filled, searched and advised from."""
