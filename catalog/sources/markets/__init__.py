"""Markets as GeoJSON: weekly and monthly ones row by row, or with an `opening_hours` property."""
