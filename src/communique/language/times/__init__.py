"""Words of time in a report: found, read, and worked out to days, months, years and periods."""
