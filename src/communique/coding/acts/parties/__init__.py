"""Who takes part in an act: parties, their roles, those left unsaid, and whether they are of two states."""
