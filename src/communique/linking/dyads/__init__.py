"""Pairs of countries: their occasions go in, contacts by month and level come out."""
