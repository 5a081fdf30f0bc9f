"""Measure coded reports against reports coded by hand."""
