"""From drafts to the record: candidates are chosen, told as events, and each act is told once."""
