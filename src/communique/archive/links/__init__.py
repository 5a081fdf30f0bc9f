"""Links kept in the archive: newly coded reports go in, occasions with their claims and reasons stand in the tables."""
