"""Places a report names: cities, regions, venues, and where on the map the likeliest of them lies."""
