"""Across reports: what single reports claim goes in; the people, occasions and promises that they share come out."""
