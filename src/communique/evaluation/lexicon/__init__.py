"""Word lists of the evaluation, as data."""
