"""Promises kept: what reports say is to come goes in, what became of each comes out."""
