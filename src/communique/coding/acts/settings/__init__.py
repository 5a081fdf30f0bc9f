"""When and where an act is, and how it stands: held, planned, cancelled, recalled."""
