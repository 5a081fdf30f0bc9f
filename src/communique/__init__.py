"""Communiqué reads reports of diplomacy and keeps the record they hold, every value with the words that support it."""
