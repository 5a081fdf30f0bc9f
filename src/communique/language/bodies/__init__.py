"""Recurring institutions in a report: their names, their owners, their sessions, and short names for them."""
